"""Ids of another system, and ours. A text id becomes a UUIDv7 once, and the same one each time it comes again."""

from uuid import UUID

from throughline.base.ids import new_id

from .format import Table
from .models import IdMap
from .seen import GROUP, Seen

GROUP_NAME = "group"
NEAR = 10_000


class Ids:
    """Ids as one source writes them, and as we keep them."""

    def __init__(self, source: str, seen: Seen, names: dict[int, str]) -> None:
        self.source, self.seen, self.names = source, seen, names
        self.knows = IdMap.objects.filter(source=source).exists()
        self._near: dict[tuple[int, str], UUID] = {}  # the last few thousand that were asked for: authors, plan items

    def own(self, place: int, given: UUID | str) -> UUID:
        """The id of a row of the folder; a text that is new gets a new one."""
        if isinstance(given, UUID):
            return given
        found = self._found(place, given)
        if found is None:
            found = new_id()
            self.seen.map(place, given, found)
        return found

    def of(self, table: Table, given: UUID | str) -> UUID | None:
        """The id of a row that another one cites; None when no such row is known."""
        return given if isinstance(given, UUID) else self._found(table.place, given)

    def _found(self, place: int, text: str) -> UUID | None:
        near = self._near.get((place, text))
        if near is not None:
            return near
        found = self.seen.id_of(place, text)
        if found is None and (found := self._kept(place, text)) is not None:
            self.seen.map(place, text, found)
        if found is not None:
            if len(self._near) >= NEAR:
                self._near.clear()
            self._near[place, text] = found
        return found

    def group(self, given: UUID | str) -> UUID:
        """The id of a joint event."""
        return self.own(GROUP, given)

    def _kept(self, place: int, text: str) -> UUID | None:
        if not self.knows:
            return None
        return IdMap.objects.filter(source=self.source, table=self.names[place], text=text).values_list("pk", flat=True).first()
