"""A phone as the server meets it: it writes records down by its own counter and clock, and hands them in when there is signal."""

import hashlib
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from uuid import uuid4

from django.test import Client
from django.urls import reverse
from tests.web.arrange import signed_in

from throughline.base import clock
from throughline.base.ids import new_id

DOOR = reverse("sync:door")


@dataclass
class Phone:
    """One phone, its worker, and the person whom they support."""

    worker: Any
    person: Any
    id: str = field(default_factory=lambda: str(uuid4()))
    counter: int = 0
    fast: timedelta = timedelta()  # how far its clock is ahead

    def __post_init__(self) -> None:
        self.browser: Client = signed_in(self.worker)

    def writes(self, kind: str, /, files: dict[str, Any] | None = None, **fields: Any) -> dict[str, Any]:
        """A record as it lies in the phone's queue."""
        self.counter += 1
        return {
            "id": str(new_id()),
            "kind": kind,
            "person": str(self.person.pk),
            "fields": fields,
            "files": files or {},
            "counter": self.counter,
            "recorded_at": (clock.now() + self.fast).isoformat(),
        }

    def says_yes(self, version: Any, **more: Any) -> dict[str, Any]:
        """Offered, and said yes: the first step."""
        return self.writes("routine", step=str(version.steps.first().pk), result="said_yes", **more)

    def hands_in(self, *records: dict[str, Any], worker: Any = None, **headers: str) -> Any:
        """What the server answers, as JSON, with its status."""
        body = {"phone": self.id, "worker": str((worker or self.worker).pk), "records": records}
        body["sent_at"] = (clock.now() + self.fast).isoformat()
        return self.browser.post(DOOR, body, content_type="application/json", headers=headers)

    def answers(self, *records: dict[str, Any], **more: Any) -> list[tuple[str, str]]:
        """Each answer with why."""
        response = self.hands_in(*records, **more)
        assert response.status_code == 200, response.content
        return [(each["answer"], " ".join(each["why"])) for each in response.json()["answers"]]

    def words(self, *records: dict[str, Any], **more: Any) -> list[str]:
        return [answer for answer, _why in self.answers(*records, **more)]

    def cites(self, content: bytes, media_type: str = "audio/webm") -> dict[str, Any]:
        """How a record cites a file of this phone."""
        return {"id": str(new_id()), "type": media_type, "size": len(content), "sha256": hashlib.sha256(content).hexdigest()}

    def sends_piece(self, cited: dict[str, Any], piece: bytes, offset: int) -> Any:
        headers = {
            "X-File-Id": cited["id"],
            "X-File-Size": str(cited["size"]),
            "X-File-Sha256": cited["sha256"],
            "X-File-Offset": str(offset),
        }
        return self.browser.put(reverse("sync:file"), piece, content_type="application/octet-stream", headers=headers)
