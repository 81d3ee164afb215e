"""Damage to a file's bytes, as a bad disk, a wrong editor or a cut-off copy does it."""

from __future__ import annotations

from collections.abc import Callable
from random import Random


def flip(data: bytes, random: Random) -> bytes:
    """Turn one bit over."""
    at = random.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << random.randrange(8)]) + data[at + 1 :]


def insert(data: bytes, random: Random) -> bytes:
    """Put a few bytes in."""
    at = random.randrange(len(data) + 1)
    return data[:at] + random.randbytes(random.randint(1, 4)) + data[at:]


def delete(data: bytes, random: Random) -> bytes:
    """Take a few bytes out."""
    at = random.randrange(len(data))
    return data[:at] + data[at + random.randint(1, 8) :]


def duplicate(data: bytes, random: Random) -> bytes:
    """Write a stretch twice."""
    start = random.randrange(len(data))
    end = start + random.randint(1, 400)
    return data[:end] + data[start:]


def truncate(data: bytes, random: Random) -> bytes:
    """Cut the file off."""
    return data[: random.randrange(len(data))]


def encode_otherwise(data: bytes, random: Random) -> bytes:
    """Save it in another encoding, with or without a byte-order mark."""
    encoding = random.choice(("gbk", "gb18030", "big5", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"))
    return data.decode("utf-8", "replace").encode(encoding, "replace")


BYTEWISE: tuple[Callable[[bytes, Random], bytes], ...] = (flip, insert, delete, duplicate, truncate, encode_otherwise)
