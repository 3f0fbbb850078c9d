#include "convert/foreign/foreign_zip.h"

#include "base/buffer.h"
#include "convert/foreign.h"

#include <minizip/unzip.h>
#include <string.h>

enum { NAME_BYTES_MAX = 512, PIECE_BYTES = 16 * 1024, FLAG_ENCRYPTED = 1 };

/* The archive as minizip reads a file. */
struct memory {
    struct span bytes;
    size_t at;
};

static void *memory_open(void *memory, const void *name, int mode)
{
    (void)name, (void)mode;
    return memory;
}

static uLong memory_read(void *memory, void *stream, void *out_bytes, uLong count)
{
    struct memory *from = stream;
    (void)memory;
    const struct span piece = span_cut(from->bytes, from->at, count);
    if (piece.count)
        memcpy(out_bytes, piece.data, piece.count);
    from->at += piece.count;
    return piece.count;
}

static uLong memory_write(void *memory, void *stream, const void *bytes, uLong count)
{
    (void)memory, (void)stream, (void)bytes, (void)count;
    return 0;
}

static ZPOS64_T memory_tell(void *memory, void *stream)
{
    (void)memory;
    return ((const struct memory *)stream)->at;
}

static long memory_seek(void *memory, void *stream, ZPOS64_T offset, int origin)
{
    struct memory *in = stream;
    (void)memory;
    const size_t from = origin == ZLIB_FILEFUNC_SEEK_CUR   ? in->at
                        : origin == ZLIB_FILEFUNC_SEEK_END ? in->bytes.count
                                                           : 0;
    if (offset > in->bytes.count - from)
        return -1;
    in->at = from + offset;
    return 0;
}

static int memory_close(void *memory, void *stream)
{
    (void)memory, (void)stream;
    return 0;
}

static void archive_close(unzFile *archive)
{
    if (*archive)
        unzClose(*archive);
}

static unzFile archive_open(struct memory *memory)
{
    zlib_filefunc64_def functions = {memory_open, memory_read,  memory_write, memory_tell,
                                     memory_seek, memory_close, memory_close, memory};
    return unzOpen2_64("", &functions);
}

bool is_foreign_zip(struct span bytes)
{
    return has_span_prefix(bytes, "PK\x03\x04");
}

static enum status broken(struct span file)
{
    return fail(STATUS_BAD_INPUT, "%.*s is no whole ZIP archive; save it again",
                SPAN_ARGS(file));
}

enum status foreign_zip_open(struct arena *arena, struct span file, struct span bytes,
                             struct foreign_zip *out_zip)
{
    struct memory memory = {bytes, 0};
    __attribute__((cleanup(archive_close))) unzFile archive = archive_open(&memory);
    unz_global_info64 about;
    if (!archive || unzGetGlobalInfo64(archive, &about) != UNZ_OK)
        return broken(file);
    if (about.number_entry > FOREIGN_ZIP_FILES_MAX)
        return fail(STATUS_TOO_LARGE, "%.*s holds more than %d files", SPAN_ARGS(file),
                    FOREIGN_ZIP_FILES_MAX);
    struct foreign_zip zip = {.file = file, .bytes = bytes};
    zip.names = arena_array(arena, struct span, about.number_entry + 1);
    char name[NAME_BYTES_MAX];
    int found = about.number_entry ? unzGoToFirstFile(archive) : UNZ_END_OF_LIST_OF_FILE;
    for (; found == UNZ_OK && zip.count < about.number_entry;
         found = unzGoToNextFile(archive)) {
        if (unzGetCurrentFileInfo64(archive, NULL, name, sizeof name, NULL, 0, NULL, 0) !=
            UNZ_OK)
            return broken(file);
        name[sizeof name - 1] = 0;
        zip.names[zip.count++] = span_copy(arena, span_of(name));
    }
    *out_zip = zip;
    return OK;
}

static enum status current_read(struct arena *arena, unzFile archive,
                                const struct foreign_zip *zip, struct span name,
                                struct span *out_bytes)
{
    struct buffer all = buffer_init(arena, FOREIGN_BYTES_MAX);
    char piece[PIECE_BYTES];
    int count;
    while ((count = unzReadCurrentFile(archive, piece, sizeof piece)) > 0) {
        buffer_add(&all, (struct span){piece, (size_t)count});
        if (all.is_full || zip->taken_bytes + all.count > FOREIGN_ZIP_BYTES_MAX) {
            unzCloseCurrentFile(archive);
            return fail(STATUS_TOO_LARGE, "%.*s, %.*s: it unpacks to more than is read",
                        SPAN_ARGS(zip->file), SPAN_ARGS(name));
        }
    }
    /* the sum is compared only where a file was read to its end */
    if (unzCloseCurrentFile(archive) != UNZ_OK || count < 0)
        return fail(STATUS_DAMAGED, "%.*s, %.*s: it is damaged; save it again",
                    SPAN_ARGS(zip->file), SPAN_ARGS(name));
    *out_bytes = buffer_span(&all);
    return OK;
}

enum status foreign_zip_read(struct arena *arena, struct foreign_zip *zip,
                             struct span name, struct span *out_bytes)
{
    struct memory memory = {zip->bytes, 0};
    __attribute__((cleanup(archive_close))) unzFile archive = archive_open(&memory);
    unz_file_info64 about;
    if (!archive)
        return broken(zip->file);
    if (unzLocateFile(archive, span_text(arena, name), 1) != UNZ_OK)
        return fail(STATUS_NOT_FOUND, "%.*s holds no %.*s", SPAN_ARGS(zip->file),
                    SPAN_ARGS(name));
    if (unzGetCurrentFileInfo64(archive, &about, NULL, 0, NULL, 0, NULL, 0) != UNZ_OK)
        return broken(zip->file);
    if (about.flag & FLAG_ENCRYPTED)
        return fail(STATUS_UNSUPPORTED, "%.*s is encrypted; save it without a password",
                    SPAN_ARGS(zip->file));
    if (unzOpenCurrentFile(archive) != UNZ_OK)
        return broken(zip->file);
    const enum status status = current_read(arena, archive, zip, name, out_bytes);
    if (status == OK)
        zip->taken_bytes += out_bytes->count;
    return status;
}
