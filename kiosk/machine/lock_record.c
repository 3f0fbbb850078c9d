#include "machine/lock_record.h"

#include "base/file.h"
#include "base/folder.h"
#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "base/tree.h"

#include <string.h>
#include <unistd.h>

static const char *const kinds[LOCK_KIND_COUNT] = {"nothing", "folder", "file", "link"};

static void place_write(struct canonical *c, const char *key,
                        const struct lock_place *place)
{
    canonical_object(c, key);
    canonical_hex(c, "bytes", place->bytes.data, place->bytes.count);
    canonical_whole(c, "changed_ns", place->changed_ns);
    canonical_whole(c, "changed_s", place->changed_s);
    canonical_whole(c, "group", place->group);
    canonical_text(c, "kind", span_of(kinds[place->kind]));
    canonical_whole(c, "mode", place->mode);
    canonical_whole(c, "user", place->user);
    canonical_end(c);
}

struct span lock_record_write(struct arena *arena, const struct lock_record *record)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_text(&c, "boot", span_of(record->boot));
    canonical_list(&c, "changes");
    for (size_t i = 0; i < record->count; i++) {
        canonical_object(&c, NULL);
        place_write(&c, "after", &record->entries[i].after);
        place_write(&c, "before", &record->entries[i].before);
        canonical_text(&c, "path", span_of(record->entries[i].path));
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_whole(&c, "version", 1);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static struct span bytes_take(struct canonical_take *take, const struct json *object)
{
    const struct span hex = canonical_take_text(take, object, "bytes");
    const size_t count = hex.count / 2;
    if (take->status != OK)
        return SPAN("");
    char *bytes = arena_array(take->arena, char, count + 1);
    if (count > LOCK_PLACE_BYTES_MAX || !is_span_hex(hex, count, bytes))
        canonical_take_wrong(take, "\"bytes\" are none");
    return (struct span){bytes, count};
}

static void place_take(struct canonical_take *take, const struct json *entry,
                       const char *key, struct lock_place *place)
{
    const struct json *object = canonical_take_object(take, entry, key);
    place->kind =
        (enum lock_kind)canonical_take_word(take, object, "kind", kinds, LOCK_KIND_COUNT);
    place->bytes = bytes_take(take, object);
    place->mode = (unsigned)canonical_take_whole(take, object, "mode", 0, 07777);
    place->user = (unsigned)canonical_take_whole(take, object, "user", 0, UINT32_MAX);
    place->group = (unsigned)canonical_take_whole(take, object, "group", 0, UINT32_MAX);
    place->changed_s =
        canonical_take_whole(take, object, "changed_s", INT32_MIN, UINT32_MAX);
    place->changed_ns = canonical_take_whole(take, object, "changed_ns", 0, 999999999);
    if (take->status == OK && memchr(place->bytes.data, 0, place->bytes.count) &&
        place->kind == LOCK_LINK)
        canonical_take_wrong(take, "a link leads nowhere");
}

/* From the root, without a step back: what the record names is written by root. */
static bool is_path(struct span path)
{
    struct span rest = path, part;
    if (!path.count || path.data[0] != '/' || path.count > LOCK_PLACE_PATH_MAX ||
        memchr(path.data, 0, path.count))
        return false;
    rest = span_cut(path, 1, path.count);
    while (span_next(&rest, '/', &part))
        if (!part.count || is_span(part, ".") || is_span(part, ".."))
            return false;
    return true;
}

static void entry_take(struct canonical_take *take, const struct json *value,
                       struct lock_entry *entry)
{
    const struct span path = canonical_take_text(take, value, "path");
    if (take->status == OK && !is_path(path))
        canonical_take_wrong(take, "\"path\" is none from the root of the machine");
    entry->path = span_text(take->arena, path);
    place_take(take, value, "after", &entry->after);
    place_take(take, value, "before", &entry->before);
}

static void boot_take(struct canonical_take *take, const struct json *root,
                      struct lock_record *record)
{
    const struct span boot = canonical_take_text(take, root, "boot");
    if (take->status == OK && boot.count > LOCK_RECORD_BOOT_BYTES)
        canonical_take_wrong(take, "\"boot\" is too long");
    if (take->status == OK)
        memcpy(record->boot, boot.data, boot.count);
}

enum status lock_record_read(struct arena *arena, struct span bytes,
                             struct lock_record *out_record)
{
    struct canonical_take take = {
        .arena = arena, .document = "record of the lock", .bad = STATUS_DAMAGED};
    struct lock_record record = {0};
    struct arena scratch;
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    (void)canonical_take_whole(&take, root, "version", 1, 1);
    boot_take(&take, root, &record);
    const struct json *list =
        canonical_take_list(&take, root, "changes", LOCK_RECORD_MAX);
    for (const struct json *value = list ? list->first : NULL; value && take.status == OK;
         value = value->next)
        entry_take(&take, value, &record.entries[record.count++]);
    if (take.status == OK)
        canonical_take_same(&take, bytes, lock_record_write(arena, &record));
    arena_done(&scratch);
    if (take.status == OK)
        *out_record = record;
    return take.status;
}

static const char *file_of(struct arena *arena, const char *root)
{
    return span_format(arena, "%s" LOCK_RECORD_FOLDER "/record.json",
                       strcmp(root, "/") == 0 ? "" : root)
        .data;
}

enum status lock_record_load(struct arena *arena, const char *root,
                             struct lock_record *out_record)
{
    struct span bytes;
    const char *file = file_of(arena, root);
    enum status status = file_read(arena, file, LOCK_RECORD_BYTES_MAX, &bytes);
    if (status == STATUS_NOT_FOUND) {
        *out_record = (struct lock_record){0};
        return OK;
    }
    if (status == OK)
        status = lock_record_read(arena, bytes, out_record);
    return status == OK ? OK : fail_in(status, "%s", file);
}

/* The folders above are the machine's own; a tree that is being made may lack them. */
static enum status folders_make(struct arena *arena, const char *root)
{
    static const char *const folders[] = {"/var", "/var/lib", LOCK_RECORD_FOLDER};
    enum status status = OK;
    for (size_t i = 0; i < sizeof folders / sizeof *folders && status == OK; i++)
        status = folder_make(
            span_format(arena, "%s%s", strcmp(root, "/") == 0 ? "" : root, folders[i])
                .data);
    return status;
}

static const char *folder_of(struct arena *arena, const char *file)
{
    const struct span all = span_of(file);
    return span_text(arena, span_cut(all, 0, (size_t)(strrchr(file, '/') - file)));
}

/* What a save that was cut off has left. */
static enum status record_sweep(struct arena *arena, const char *file)
{
    return tree_sweep(arena, folder_of(arena, file), SPAN("record.json"));
}

/* The folder, too, when nothing else is in it. */
static enum status record_remove(struct arena *arena, const char *file)
{
    if (unlink(file) != 0 && is_file(file))
        return file_failed("remove", file);
    const enum status status = record_sweep(arena, file);
    (void)rmdir(folder_of(arena, file));
    return status;
}

enum status lock_record_save(struct arena *arena, const char *root,
                             const struct lock_record *record)
{
    const char *file = file_of(arena, root);
    if (!record->count)
        return record_remove(arena, file);
    enum status status = folders_make(arena, root);
    if (status == OK)
        status = record_sweep(arena, file);
    return status == OK ? file_write(file, lock_record_write(arena, record), 0600)
                        : status;
}

const struct lock_entry *lock_record_find(const struct lock_record *record,
                                          const char *path)
{
    for (size_t i = 0; i < record->count; i++)
        if (strcmp(record->entries[i].path, path) == 0)
            return &record->entries[i];
    return NULL;
}
