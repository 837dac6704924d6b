# Who blames whom in a corpus, by outlet: Julia over sahafa.h with ccall.
#
#   julia who_blames_whom.jl cnss-corpus
#
# Debian 12 has no Julia, so unlike the example in C no test runs this one: tests/capi/signatures_test.py compares its calls with sahafa.h.
const lib = get(ENV, "SAHAFA_LIBRARY", "libsahafa.so.0")
const Handle = Ptr{Cvoid}

check(status) = status == 0 || error(unsafe_string(ccall((:sahafa_last_error, lib), Cstring, ())))

function open_corpus(path)
    corpus = Ref{Handle}(C_NULL)
    check(ccall((:sahafa_open, lib), Cint, (Cstring, Cint, Ref{Handle}), path, 0, corpus))
    corpus
end

function run_analysis(corpus, analysis; options...)
    handle, table = Ref{Handle}(C_NULL), Ref{Handle}(C_NULL)
    check(ccall((:sahafa_options_new, lib), Cint, (Ref{Handle},), handle))
    try
        for (name, value) in options
            check(ccall((:sahafa_options_set, lib), Cint, (Handle, Cstring, Cstring), handle[], String(name), string(value)))
        end
        check(ccall((:sahafa_run, lib), Cint, (Handle, Cstring, Handle, Ref{Handle}), corpus[], analysis, handle[], table))
    finally
        ccall((:sahafa_options_free, lib), Cvoid, (Ref{Handle},), handle)
    end
    table
end

rows(table) = Int(ccall((:sahafa_table_rows, lib), Csize_t, (Handle,), table[]))

# A view of the library's memory: valid until the table is freed.
function integers(table, column)
    values = Ref{Ptr{Int64}}(C_NULL)
    check(ccall((:sahafa_table_integers, lib), Cint, (Handle, Csize_t, Ref{Ptr{Int64}}), table[], column, values))
    unsafe_wrap(Array, values[], rows(table))
end

function texts(table, column)
    bytes, offsets = Ref{Ptr{UInt8}}(C_NULL), Ref{Ptr{Int64}}(C_NULL)
    check(ccall((:sahafa_table_text, lib), Cint, (Handle, Csize_t, Ref{Ptr{UInt8}}, Ref{Ptr{Int64}}), table[], column, bytes, offsets))
    at = unsafe_wrap(Array, offsets[], rows(table) + 1)
    [unsafe_string(bytes[] + at[i], at[i + 1] - at[i]) for i in 1:rows(table)]
end

corpus = open_corpus(ARGS[1])
stance = run_analysis(corpus, "stance"; by = "outlet")
for (outlet, target, frame, claims) in zip(texts(stance, 0), texts(stance, 1), texts(stance, 2), integers(stance, 3))
    println(join((outlet, target, frame, claims), '\t'))
end
ccall((:sahafa_table_free, lib), Cvoid, (Ref{Handle},), stance)
ccall((:sahafa_close, lib), Cvoid, (Ref{Handle},), corpus)
