"""Good inputs with some damage, for the short tests; by hand it is atheris that does it."""

from collections.abc import Sequence

from hypothesis import strategies as st

BITS = (
    *(b"\x00", b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xed\xa0\x80", b'"', b"\n", b"\r", b","),
    *(b"{", b"}", b"[", b"\\", b"\\ud800", b"<", b"<p>", b"<!--", b"]]>", b"&#0;", b"\x1f\x8b"),
    *(b"WARC/1.0\r\n", b"Content-Length: 99999999999\r\n", b"PAR1", b"\x93\x94", "“".encode()),
    *(b"OR ", b"-", b"*", b"said ", b"%00", b"&", b"=", b"<x-fuzz>", b"\n\n", "’".encode()),
)


@st.composite
def damaged(draw, seeds: Sequence[bytes]) -> bytes:
    """A seed, some of its bytes cut out, changed, repeated, or put in; or any bytes at all."""
    if draw(st.integers(0, 9)) == 9:
        return draw(st.binary(max_size=300))
    data = bytearray(draw(st.sampled_from(seeds)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(data)))
        size = draw(st.integers(0, 40))
        how = draw(st.sampled_from(["cut", "set", "put", "again", "end"]))
        if how == "cut":
            del data[at : at + size]
        elif how == "set":
            data[at : at + size] = draw(st.binary(min_size=size, max_size=size))
        elif how == "put":
            data[at:at] = draw(st.sampled_from(BITS)) * draw(st.sampled_from([1, 1, 2, 500]))
        elif how == "again":
            data[at:at] = data[max(0, at - 10 * size) : at]
        else:
            del data[at:]
    return bytes(data)
