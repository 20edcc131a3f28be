"""On what kind of machine, and with which versions, something was measured."""

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from quotes import __version__

PACKAGES = ("spacy", "thinc", "numpy", "textacy", "polars", "trafilatura", "scikit-learn")


def machine() -> dict[str, str | int | float]:
    """The kind of machine: nothing that tells one such machine from another.

    Returns:
        ``processor``, ``cores`` (those this process may use), ``system``, and ``load``: how many
        processes wanted to run during the last minute, where the system tells.
    """
    affinity = getattr(os, "sched_getaffinity", None)
    found: dict[str, str | int | float] = {
        "processor": processor(),
        "cores": len(affinity(0)) if affinity else os.cpu_count() or 1,
        "system": f"{platform.system()} {platform.machine()}",
    }
    if hasattr(os, "getloadavg"):
        found["load"] = round(os.getloadavg()[0], 2)
    return found


def versions(model: str) -> dict[str, str]:
    """The versions of what takes part.

    Args:
        model: The spaCy pipeline, by package name or path.
    """
    from quotes.table.provenance import provenance

    found = {"quotes": __version__, "python": platform.python_version()}
    for name in PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    of_model = provenance(model)
    return {**found, of_model["model_name"]: of_model["model_version"]}


def processor() -> str:
    """The processor's model, such as "Intel(R) Xeon(R) Processor"."""
    try:
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown"
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or "unknown")
