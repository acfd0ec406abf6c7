"""An SFTP server on this machine: python -m tests.sftpserver FOLDER; it prints its port."""

import asyncio
import sys
from pathlib import Path

import asyncssh


class Door(asyncssh.SSHServer):
    """Who may come in."""

    def begin_auth(self, username: str) -> bool:
        return True

    def password_auth_supported(self) -> bool:
        return True

    def validate_password(self, username: str, password: str) -> bool:
        return (username, password) == ("press", "ink")


async def listen(home: Path) -> asyncssh.SSHAcceptor:
    return await asyncssh.listen(
        "127.0.0.1",
        0,
        server_host_keys=[asyncssh.generate_private_key("ssh-ed25519")],
        server_factory=Door,
        sftp_factory=lambda channel: asyncssh.SFTPServer(channel, chroot=str(home).encode()),
    )


async def serve(home: Path) -> None:
    async with await listen(home) as server:
        print(server.get_port(), flush=True)  # noqa: T201
        await server.wait_closed()


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1])))
