"""Its being here puts this folder on the import path, for helpers that several folders share."""
