"""Files on disk: find, read, place by line, and write whole or not at all."""

from ducha.store.filenames import file_names
from ducha.store.load import CampaignFiles, Loaded, check, load_plans
from ducha.store.outcome import Ignoring, Where, Work
from ducha.store.write import write_new, write_whole

__all__ = [
    "CampaignFiles",
    "Ignoring",
    "Loaded",
    "Where",
    "Work",
    "check",
    "file_names",
    "load_plans",
    "write_new",
    "write_whole",
]
