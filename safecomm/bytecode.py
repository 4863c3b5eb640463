"""Compiled Jinja templates, kept from one run to the next."""

from jinja2.bccache import Bucket, BytecodeCache

from safecomm.user_cache import keep, key_of, read


class UserBytecodeCache(BytecodeCache):
    """As Jinja's own in files, which however takes its folder and what lies there on trust."""

    def load_bytecode(self, bucket: Bucket) -> None:
        if (code := read(entry_key(bucket))) is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        keep(entry_key(bucket), bucket.bytecode_to_string())


def entry_key(bucket: Bucket) -> str:
    """Several templates have sources of one name: those of Word files are called after their parts."""
    return key_of(f"jinja {bucket.key}", bucket.checksum.encode())
