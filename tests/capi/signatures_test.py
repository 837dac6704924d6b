#!/usr/bin/env python3
"""Calls that no compiler checks against sahafa.h: those of the Python package (ctypes) and of the example in Julia (ccall), which cannot be run here,
because Debian 12 has no Julia. signatures_test.py SOURCE"""
import ast
import pathlib
import re
import sys
import unittest

SOURCE = pathlib.Path(sys.argv.pop(1))

# The types of sahafa.h as both name them. None: not used there.
TYPES = {  # C: (Python, Julia)
    "void": ("None", "Cvoid"), "int": ("ctypes.c_int", "Cint"), "size_t": ("_SIZE", "Csize_t"), "int64_t": ("_ID", "Int64"),
    "sahafa_status": ("ctypes.c_int", "Cint"), "sahafa_access": ("ctypes.c_int", "Cint"), "const char*": ("_TEXT", "Cstring"),
    "const char* const*": ("ctypes.POINTER(_TEXT)", "Ptr{Cstring}"), "sahafa_progress": ("Progress", None),
    "sahafa_type*": ("ctypes.POINTER(ctypes.c_int)", "Ref{Cint}"), "void*": ("ctypes.c_void_p", "Ptr{Cvoid}"),
    "const int64_t**": ("_OUT", "Ref{Ptr{Int64}}"), "const double**": ("_OUT", "Ref{Ptr{Float64}}"),
    "const uint8_t**": ("_OUT", "Ref{Ptr{UInt8}}"), "const char**": ("_OUT", "Ref{Ptr{UInt8}}"),
    "struct ArrowSchema*": ("ctypes.c_void_p", None), "struct ArrowArray*": ("ctypes.c_void_p", None),
    "struct ArrowArrayStream*": ("ctypes.c_void_p", None),
} | {f"{const}sahafa_{kind}*": ("Handle", "Handle") for const in ("", "const ") for kind in ("corpus", "options", "table")
     } | {f"sahafa_{kind}**": ("_OUT", "Ref{Handle}") for kind in ("corpus", "options", "table")}


def read_header():
    """Name: (type of the result, types of the parameters)."""
    text = re.sub(r"/\*.*?\*/", "", (SOURCE / "capi" / "sahafa.h").read_text(), flags=re.S)
    functions = {}
    for result, name, parameters in re.findall(r"SAHAFA_API ([\w\s*]+?)\b(sahafa_\w+)\((.*?)\);", text, re.S):
        listed = [] if parameters.strip() == "void" else [" ".join(p.split()) for p in parameters.split(",")]
        functions[name] = (result.strip(), [re.sub(r"\s*\b\w+$", "", p).strip() for p in listed])
    return functions


HEADER = read_header()


def split_at_commas(text):
    """At the commas outside of brackets."""
    parts, depth, part = [], 0, ""
    for letter in text:
        depth += (letter in "([{") - (letter in ")]}")
        if letter == "," and depth == 0:
            parts.append(part.strip())
            part = ""
        else:
            part += letter
    return [p for p in [*parts, part.strip()] if p]


def read_ccalls(text):
    """What stands in the brackets of each ccall, split."""
    for found in re.finditer(r"ccall\(", text):
        depth, at = 1, found.end()
        while depth:
            depth += (text[at] in "([{") - (text[at] in ")]}")
            at += 1
        yield split_at_commas(text[found.end():at - 1])


class Signatures(unittest.TestCase):
    def test_the_types_of_the_header_are_known(self):
        self.assertGreater(len(HEADER), 30)
        for name, (result, parameters) in HEADER.items():
            for type in (result, *parameters):
                self.assertIn(type, TYPES, name)

    def test_every_function_says_since_when_it_is_there(self):
        """A comment may serve the functions right behind it; it names a version."""
        text = (SOURCE / "capi" / "sahafa.h").read_text()
        for name in HEADER:
            before = text[:re.search(rf"SAHAFA_API [^;]*\b{name}\(", text).start()]
            comment = before[before.rindex("/*"):]
            self.assertRegex(comment, r"@since \d+\.\d+", name)

    def test_python_declares_every_function_as_it_is(self):
        tree = ast.parse((SOURCE / "notebooks" / "sahafa" / "_library.py").read_text())
        tables = {node.targets[0].id: node.value for node in tree.body if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)}
        declared = {}
        for key, types in zip(tables["_CALLS"].keys, tables["_CALLS"].values):
            declared[key.value] = ("ctypes.c_int", [ast.unparse(type) for type in types.elts])
        for key, pair in zip(tables["_GETTERS"].keys, tables["_GETTERS"].values):
            declared[key.value] = (ast.unparse(pair.elts[0]), [ast.unparse(type) for type in pair.elts[1].elts])
        wanted = {name: (TYPES[result][0], [TYPES[type][0] for type in parameters]) for name, (result, parameters) in HEADER.items()}
        del wanted["sahafa_status_name"]  # Python has a class for each status
        self.assertEqual(declared, wanted)

    def test_python_has_an_exception_for_every_status(self):
        statuses = re.findall(r"SAHAFA_(?:OK|ERROR_\w+) = (\d+)", (SOURCE / "capi" / "sahafa.h").read_text())
        listed = re.search(r"BY_STATUS = \((.*?)\)", (SOURCE / "notebooks" / "sahafa" / "_errors.py").read_text(), re.S)[1]
        self.assertEqual(len(split_at_commas(listed)), len(statuses))

    def test_julia_calls_functions_as_they_are(self):
        calls = list(read_ccalls((SOURCE / "docs" / "examples" / "who_blames_whom.jl").read_text()))
        self.assertGreater(len(calls), 8)
        for target, result, types, *arguments in calls:
            name = re.fullmatch(r"\(:(\w+), lib\)", target)[1]
            with self.subTest(name):
                wanted_result, wanted = HEADER[name]
                self.assertEqual(result, TYPES[wanted_result][1])
                self.assertEqual(split_at_commas(types[1:-1]), [TYPES[type][1] for type in wanted])
                self.assertEqual(len(arguments), len(wanted))

    def test_blocks_of_the_julia_example_are_closed(self):
        text = re.sub(r'#.*|"[^"]*"', "", (SOURCE / "docs" / "examples" / "who_blames_whom.jl").read_text())
        loops = re.findall(r"(?m)^\s*(?:function|for|try|if|while|struct|let|begin)\b", text)
        self.assertEqual(len(loops), len(re.findall(r"(?m)^\s*end\b", text)))
        for opening, closing in ("()", "[]", "{}"):
            self.assertEqual(text.count(opening), text.count(closing))


if __name__ == "__main__":
    unittest.main()
