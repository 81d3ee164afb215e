"""The unit register (单位名册): every name a unit goes by, and the one it is known under."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from ducha.model.campaign import Campaign, Liaison, Unit, UnitGroup


class Register:
    """Resolves printed names to registered ones; full-width and half-width brackets are the same."""

    def __init__(self, campaign: Campaign) -> None:
        self._names: dict[str, str] = {}
        self._known: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._spellings: list[str] = []
        self._groups = {group.name: group for group in campaign.unit_groups}
        self._named = {campaign.office, *(member for group in campaign.unit_groups for member in group.members)}
        entries: tuple[Unit | UnitGroup, ...] = (*campaign.units, *campaign.unit_groups)
        self._aliases = {entry.name: entry.aliases for entry in entries}
        self._categories = {entry.name: entry.category for entry in entries}
        self._liaisons = {unit.name: unit.liaison for unit in campaign.units}
        self._positions = {entry.name: at for at, entry in enumerate(entries)}
        for entry in entries:
            for name in (entry.name, *entry.aliases):
                self._names.setdefault(folded(name), entry.name)
                self._spellings.append(name)
        self.office = self.resolve(campaign.office) or campaign.office
        """the registered name of the office that supervises; as written where nobody registered it"""

    def resolve(self, name: str) -> str | None:
        """Return the registered name, None for a name nobody registered."""
        return self._names.get(name) or self._names.get(folded(name))

    def liaison(self, name: str) -> Liaison | None:
        """Return whom to call at a unit of that name or alias, None where nobody is named, and of a group."""
        return self._liaisons.get(self.resolve(name) or name)

    def is_named(self, name: str) -> bool:
        """Whether the campaign itself names it, as its office or the member of a group, registered or not."""
        return name in self._named

    def known(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return registered names, each once, in the order given; unregistered ones stay as written."""
        given = tuple(names)
        if given not in self._known:
            self._known[given] = tuple(dict.fromkeys(self.resolve(name) or name for name in given))
        return self._known[given]

    def position(self, name: str) -> int:
        """Where a unit or group stands in the register, the official order; after all others if nowhere."""
        return self._positions.get(name, len(self._positions))

    def category(self, name: str) -> str | None:
        """Return what kind of unit or group a registered name is (部门, 乡镇)."""
        return self._categories.get(name)

    def aliases(self, name: str) -> tuple[str, ...]:
        """Return the other spellings of a registered name."""
        return self._aliases[name]

    def group(self, name: str) -> UnitGroup | None:
        """Return the unit group of that name or alias."""
        return self._groups.get(self.resolve(name) or name)

    def members_of(self, name: str) -> tuple[str, ...]:
        """Return the registered members of a group, or the unit itself; a group without listed members stays."""
        group = self.group(name)
        return self.known(group.members) if group and group.members else self.known((name,))

    def may_be_among(self, unit: str, names: Iterable[str]) -> bool:
        """Whether a unit, or any member of a group, is one of those named or a member of one of them.

        Of a group without listed members, or a name that nobody registered, anybody may be one.
        """
        known = frozenset(one for name in names for one in (self.resolve(name), *self.members_of(name)))
        is_open = any(one is None or ((group := self.group(one)) and not group.members) for one in known)
        return is_open or not known.isdisjoint((self.resolve(unit), *self.members_of(unit)))

    def groups_of(self, unit: str) -> tuple[str, ...]:
        """Return the names of the groups that list the unit (a registered name) as a member."""
        return tuple(group.name for group in self._groups.values() if unit in self.known(group.members))

    @property
    def addressees(self) -> tuple[str, ...]:
        """Everybody papers are sent to, in the official order: the units, and groups that list no members.

        A group with members has no address: what is charged to it stands on its members' papers.
        """
        return tuple(name for name in self._positions if not (group := self._groups.get(name)) or not group.members)

    def group_names(self) -> tuple[str, ...]:
        """Return the names of all unit groups."""
        return tuple(self._groups)

    def spellings(self) -> tuple[str, ...]:
        """Return every name and alias, for suggestions."""
        return tuple(self._spellings)


def folded(name: str) -> str:
    """Return a name as it is compared: one width, no blanks."""
    return "".join(unicodedata.normalize("NFKC", name).split())
