#include "app/desk/command/age_open.h"

#include "base/file.h"
#include "seal/age/age_unwrap.h"
#include "seal/seal.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum {
    MIB = 1024 * 1024,
    CONTENT_MAX_BYTES = 64 * MIB,
    INPUT_MAX_BYTES = CONTENT_MAX_BYTES + MIB, /* header and tags besides */
    IDENTITY_FILE_MAX_BYTES = 64 * 1024,
    IDENTITY_ARENA_BYTES = 2 * IDENTITY_FILE_MAX_BYTES,
};

static const char help[] =
    "resonance age-open --identity FILE INPUT\n"
    "\n"
    "Opens the sealed file INPUT (age v1, X25519) with a secret key from FILE and "
    "writes\n"
    "the content to standard output.\n"
    "\n"
    "  --identity FILE   lines AGE-SECRET-KEY-1...; empty lines and # comments are "
    "passed over\n"
    "\n"
    "Example: resonance age-open --identity recovery.txt record.age > record.json\n"
    "Exit: 0 opened, 1 not opened, 2 used wrong.\n";

struct words {
    const char *identity_path, *input_path;
    int wants_help;
};

static enum status words_read(int argc, char **argv, struct words *words)
{
    for (int i = 0; i < argc; i++) {
        const bool is_identity = strcmp(argv[i], "--identity") == 0;
        const char **slot = is_identity ? &words->identity_path : &words->input_path;
        if (strcmp(argv[i], "--help") == 0) {
            words->wants_help = 1;
            return OK;
        }
        if ((!is_identity && argv[i][0] == '-') || (is_identity && i + 1 == argc) ||
            *slot)
            return fail(STATUS_USAGE,
                        "\"%s\" cannot stand there; see resonance age-open --help",
                        argv[i]);
        *slot = is_identity ? argv[++i] : argv[i];
    }
    if (!words->identity_path || !words->input_path)
        return fail(STATUS_USAGE, "an identity file and an input file are needed; see "
                                  "resonance age-open --help");
    return OK;
}

static enum status content_write(struct span content)
{
    if (fwrite(content.data, 1, content.count, stdout) != content.count ||
        fflush(stdout) != 0)
        return fail(STATUS_IO, "write to standard output: %s", strerror(errno));
    return OK;
}

/* `guarded` holds the keys; `arena` the file and its content, wiped when it is done. */
static enum status open_input(struct arena *guarded, struct arena *arena,
                              const struct words *words)
{
    struct span text, file, content;
    struct age_identity *identities;
    size_t count;
    enum status status =
        file_read(guarded, words->identity_path, IDENTITY_FILE_MAX_BYTES, &text);
    if (status == OK)
        status = age_identity_list(guarded, text, &identities, &count);
    if (status == OK)
        status = file_read(arena, words->input_path, INPUT_MAX_BYTES, &file);
    if (status == OK)
        status = age_unwrap(arena, identities, count, CONTENT_MAX_BYTES, file, &content);
    return status == OK ? content_write(content) : status;
}

static enum status age_open(const struct words *words)
{
    struct arena guarded = {0}, arena;
    arena_init(&arena, 2 * INPUT_MAX_BYTES);
    enum status status = seal_start();
    if (status == OK)
        status = arena_init_guarded(&guarded, IDENTITY_ARENA_BYTES, NULL);
    if (status == OK)
        status = open_input(&guarded, &arena, words);
    arena_done(&guarded);
    arena_done(&arena);
    return status;
}

int age_open_command(int argc, char **argv)
{
    struct words words = {0};
    enum status status = words_read(argc, argv, &words);
    if (status == OK && words.wants_help) {
        fputs(help, stdout);
        return 0;
    }
    if (status == OK)
        status = age_open(&words);
    if (status != OK)
        fprintf(stderr, "resonance age-open: %s\n", status_last());
    return status_exit(status);
}
