"""The desk as a server on this machine, for as long as the person works."""

import gc
import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

import uvicorn

from safecomm.desk.app import make_app
from safecomm.desk.desk import Desk
from safecomm.desk.guard import HOST, new_door
from safecomm.diagnostic import ContentError
from safecomm.journal import recover
from safecomm.watch import changes

PORTS = range(20_000, 30_000)
"""Below those that systems hand out by themselves."""

GARBAGE = (10_000, 10, 10)
"""When Python looks for it. Runs of commands do so hardly ever, for they end; a desk is there for days."""

PAUSE = 0.5
"""Seconds until a folder that is gone is looked for again."""


class DeskServer(uvicorn.Server):
    """Pages listen to events without end: they are told that it stops, and it waits for none."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.ended = desk, Event()
        self.socket = listen(desk.key)
        self.door = new_door(self.socket.getsockname()[1])
        app = make_app(desk, self.door)
        super().__init__(
            uvicorn.Config(app, lifespan="off", log_config=None, ws="none", server_header=False, access_log=False)
        )

    def work(self) -> None:
        """Until the person stops it (Ctrl-C), or `should_exit` is set."""
        gc.set_threshold(*GARBAGE)
        Thread(target=self.look_at_files, daemon=True).start()
        self.run(sockets=[self.socket])

    def look_at_files(self) -> None:
        """Also after the folder went away, for it may come again."""
        while not self.should_exit:
            with suppress(OSError):
                for changed in changes(self.desk.project):
                    if self.should_exit:
                        return
                    # What was saved on the desk itself needs no look at all the others.
                    if not all(map(self.desk.is_known, changed)):
                        self.look_when_written()
                    self.desk.refresh_reviews()
            self.desk.refresh()
            self.ended.wait(PAUSE)

    def look_when_written(self) -> None:
        """What somebody is writing may be refused and taken back: it is no change before that is known."""
        with suppress(ContentError):
            recover(self.desk.project)
        self.desk.refresh()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self.ended.set()
        self.desk.events.end()
        await super().shutdown(sockets)


def listen(key: int) -> socket.socket:
    """At the project's own port where it is free: what the browser keeps of an unsaved page, it keeps by address."""
    try:
        return socket.create_server((HOST, PORTS[key % len(PORTS)]))
    except OSError:
        return socket.create_server((HOST, 0))


def serve(desk: Desk, tell: Callable[[str], None], *, opens_browser: bool) -> None:
    """Tells the address; the connection waits until the server takes it, so that the browser may come at once."""
    server = DeskServer(desk)
    tell(server.door.address)
    if opens_browser:
        Thread(target=webbrowser.open, args=(server.door.address,), daemon=True).start()
    server.work()
