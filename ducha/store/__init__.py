"""Files on disk: find, read, place by line, and write whole or not at all."""

from ducha.store.load import Loaded, load
from ducha.store.write import write_whole

__all__ = ["Loaded", "load", "write_whole"]
