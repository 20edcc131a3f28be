"""What the work costs: beside spaCy's and textacy's own, stage by stage, and as it grows."""

from quotes.model.benchmark.ratios import check_ratios, read_pinned, short_ratios, write_pinned
from quotes.model.benchmark.report import as_dict, markdown
from quotes.model.benchmark.run import SIZES, Benchmark, benchmark

__all__ = [
    "SIZES",
    "Benchmark",
    "as_dict",
    "benchmark",
    "check_ratios",
    "markdown",
    "read_pinned",
    "short_ratios",
    "write_pinned",
]
