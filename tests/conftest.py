"""Its being here puts this folder on the import path, for helpers that several folders share."""

from hypothesis import settings

# The same inputs in every run, so that what passes here passes there: what is found by chance is
# for `-m long` and for fuzzing by hand (--hypothesis-profile=default).
settings.register_profile("same", derandomize=True, database=None)
settings.load_profile("same")
