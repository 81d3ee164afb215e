"""The stages of construction (建设阶段), in the order in which a project enters them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

Stage = Literal["preliminary", "started", "continued", "completed", "operating"]

STAGES: Mapping[Stage, str] = {
    "preliminary": "前期",
    "started": "开工",
    "continued": "续建",
    "completed": "竣工",
    "operating": "投产",
}
"""stage → its word; 续建 is work carried over from the year before and taken up again"""
