"""One stream of events to each page that is open and seen."""

from asyncio import AbstractEventLoop, Queue, get_running_loop
from collections.abc import AsyncIterator
from threading import Lock

ENDED = None


class Events:
    """`tell` may be called from any thread; pages listen in the server's loop."""

    def __init__(self) -> None:
        self.listeners: dict[Queue[str | None], AbstractEventLoop] = {}
        self.guarded = Lock()

    def tell(self, name: str, data: str) -> None:
        """`data` is one line."""
        self.send(f"event: {name}\ndata: {data}\n\n")

    def end(self) -> None:
        """The desk stops: pages are told, and nothing waits for them."""
        self.tell("stopped", "")
        self.send(ENDED)

    def send(self, text: str | None) -> None:
        with self.guarded:
            for listener, loop in self.listeners.items():
                loop.call_soon_threadsafe(listener.put_nowait, text)

    async def listen(self, *first: str) -> AsyncIterator[str]:
        """All that is told from now on, in the form of server-sent events; `first` are lines to begin with."""
        queue: Queue[str | None] = Queue()
        with self.guarded:
            self.listeners[queue] = get_running_loop()
        try:
            for text in first:
                yield text
            while (told := await queue.get()) is not ENDED:
                yield told
        finally:
            with self.guarded:
                del self.listeners[queue]
