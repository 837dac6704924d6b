"""Builds the wheel: the package with libsahafa.so inside. Nothing but Python's own library, so that it works without network:

    SAHAFA_LIBRARY=build/release/capi/libsahafa.so pip wheel --no-deps --no-build-isolation notebooks/

The library needs Debian's (Xapian, ICU, ...), so the wheel is for the machine's own platform and not for manylinux.
"""
import base64
import hashlib
import os
import pathlib
import sysconfig
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
NAME, VERSION = "sahafa", "0.1.0"
METADATA = f"""Metadata-Version: 2.1
Name: {NAME}
Version: {VERSION}
Summary: Media-coverage corpus analysis for French and Arabic
License: GPL-3.0-or-later
Requires-Python: >=3.9
Requires-Dist: numpy
Requires-Dist: pandas
"""


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    tag = f"py3-none-{sysconfig.get_platform().replace('-', '_').replace('.', '_')}"
    name, info = f"{NAME}-{VERSION}-{tag}.whl", f"{NAME}-{VERSION}.dist-info"
    wheel = f"Wheel-Version: 1.0\nGenerator: sahafa\nRoot-Is-Purelib: false\nTag: {tag}\n"
    files = {f"{NAME}/{path.name}": path.read_bytes() for path in sorted((HERE / NAME).iterdir()) if path.suffix in (".py", ".typed")}
    files[f"{NAME}/libsahafa.so"] = find_library().read_bytes()
    files[f"{info}/METADATA"] = METADATA.encode()
    files[f"{info}/WHEEL"] = wheel.encode()
    files[f"{info}/RECORD"] = record(files, info).encode()
    with zipfile.ZipFile(pathlib.Path(wheel_directory, name), "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(zipfile.ZipInfo(path, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return name


def find_library():
    named = os.environ.get("SAHAFA_LIBRARY")
    built = [pathlib.Path(named)] if named else sorted(HERE.parent.glob("build/*/capi/libsahafa.so"))
    if not built:
        raise SystemExit("libsahafa.so was not found: build it first, or name it in SAHAFA_LIBRARY")
    return built[-1]


def record(files, info):
    def line(path, content):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
        return f"{path},sha256={digest},{len(content)}"
    return "\n".join([*(line(path, content) for path, content in files.items()), f"{info}/RECORD,,", ""])
