"""Its being here puts this folder on the import path, for helpers that several folders share."""

from hypothesis import settings

# The same inputs in every run, however busy the machine, so that what passes here passes there.
# Other ones: --hypothesis-profile=default, `-m long`, and fuzzing by hand (docs/robustness.md).
settings.register_profile("same", derandomize=True, database=None, deadline=None)
settings.load_profile("same")
