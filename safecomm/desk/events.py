"""One stream of events to each page that is open and seen."""

from asyncio import AbstractEventLoop, Queue, get_running_loop
from collections.abc import AsyncIterator, Callable, Iterable
from threading import Lock

from starlette.concurrency import run_in_threadpool

ENDED = None


class Events:
    """`tell` may be called from any thread; pages listen in the server's loop."""

    def __init__(self) -> None:
        self.listeners: dict[Queue[str | None], AbstractEventLoop] = {}
        self.guarded = Lock()

    def tell(self, name: str, data: str) -> None:
        """`data` is one line."""
        self.send(as_event(name, data))

    def end(self) -> None:
        """The desk stops: pages are told, and nothing waits for them."""
        self.tell("stopped", "")
        self.send(ENDED)

    def send(self, text: str | None) -> None:
        with self.guarded:
            for listener, loop in self.listeners.items():
                loop.call_soon_threadsafe(listener.put_nowait, text)

    async def listen(self, now: Callable[[], Iterable[str]]) -> AsyncIterator[str]:
        """What is told `now`, and all that is told from then on; nothing between the two is missed."""
        queue: Queue[str | None] = Queue()
        with self.guarded:
            self.listeners[queue] = get_running_loop()
        try:
            for text in await run_in_threadpool(now):
                yield text
            while (told := await queue.get()) is not ENDED:
                yield told
        finally:
            with self.guarded:
                del self.listeners[queue]


def as_event(name: str, data: str) -> str:
    """In the form of server-sent events."""
    return f"event: {name}\ndata: {data}\n\n"
