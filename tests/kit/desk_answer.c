/* A desk without a front, for tests and pictures: opens the organization ORG with the passphrase on
 * descriptor 9, answers each line of standard input, and writes each answer to a file.
 *
 *   desk_answer ORG FOLDER [LABEL]    LABEL: whose key; the only one without it
 *
 * A line is METHOD ROUTE FILE [NAME=VALUE]..., with %XX for blanks in a value. FOLDER/FILE gets the
 * body; standard output tells "STATUS TYPE FILE LOCATION". Where a form sends on, FOLDER/FILE.next
 * gets the page there, as a browser shows it. "ASSET NAME FILE" writes a file of /s/.
 * Standard error tells how long the processor worked on each answer. */
#include "app/desk/office/keys.h"
#include "app/desk/pages/pages.h"
#include "base/file.h"
#include "base/must.h"
#include "seal/seal.h"
#include "web/form.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

enum { LINE_BYTES = 16 * 1024, WORDS_MAX = 40, SETUP_BYTES = 1 << 20 };

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static struct span plain(struct arena *arena, struct span typed)
{
    char *out = arena_alloc(arena, typed.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < typed.count; i++)
        if (typed.data[i] == '%' && i + 2 < typed.count) {
            out[count++] = (char)(span_hex_digit(typed.data[i + 1]) * 16 +
                                  span_hex_digit(typed.data[i + 2]));
            i += 2;
        } else {
            out[count++] = typed.data[i];
        }
    return (struct span){out, count};
}

static struct form_field field_of(struct arena *arena, struct span word)
{
    const size_t equals = span_find(word, '=');
    return (struct form_field){span_cut(word, 0, equals),
                               plain(arena, span_cut(word, equals + 1, word.count))};
}

static void next_write(struct pages *pages, const char *folder, struct span file,
                       struct span location)
{
    struct arena arena;
    struct form_field field;
    const size_t query = span_find(location, '?');
    struct pages_question question = {.method = PAGES_GET,
                                      .route = span_cut(location, 0, query),
                                      .fields = &field,
                                      .token = SPAN("0123456789abcdef")};
    struct pages_answer got = {0};
    must(arena_init_guarded(&arena, PAGES_ARENA_BYTES, NULL) == OK);
    if (query < location.count) {
        field = field_of(&arena, span_cut(location, query + 1, location.count));
        question.field_count = 1;
    }
    must(pages_answer(pages, &question, &arena, &got) == OK);
    must(file_write(file_path(&arena, folder,
                              span_format(&arena, "%.*s.next", SPAN_ARGS(file)).data),
                    got.body, 0644) == OK);
    arena_done(&arena);
}

static void answer(struct pages *pages, const char *folder, struct span *words,
                   size_t count)
{
    struct arena arena;
    struct form_field fields[WORDS_MAX];
    struct pages_question question = {.method = is_span(words[0], "POST") ? PAGES_POST
                                                                          : PAGES_GET,
                                      .fields = fields,
                                      .token = SPAN("0123456789abcdef")};
    struct pages_answer got = {0};
    must(arena_init_guarded(&arena, PAGES_ARENA_BYTES, NULL) == OK);
    question.route = words[1];
    for (size_t i = 3; i < count; i++)
        fields[question.field_count++] = field_of(&arena, words[i]);
    const double before = now_ms();
    const enum status status = pages_answer(pages, &question, &arena, &got);
    const double took = now_ms() - before;
    if (status != OK) {
        printf("0 %s\n", status_last());
    } else {
        must(file_write(file_path(&arena, folder, span_text(&arena, words[2])), got.body,
                        0644) == OK);
        if (question.method == PAGES_POST && got.location.count)
            next_write(pages, folder, words[2], got.location);
        printf("%d %.*s %.*s %.*s\n", got.http_status, SPAN_ARGS(got.type),
               SPAN_ARGS(words[2]), SPAN_ARGS(got.location));
    }
    fprintf(stderr, "%.1f ms, %zu bytes: %.*s\n", took, got.body.count,
            SPAN_ARGS(words[1]));
    arena_done(&arena);
}

static void asset(const char *folder, struct span *words)
{
    struct arena arena;
    struct span type, bytes;
    arena_init(&arena, SETUP_BYTES);
    if (is_pages_asset(words[1], &type, &bytes)) {
        must(file_write(file_path(&arena, folder, span_text(&arena, words[2])), bytes,
                        0644) == OK);
        printf("200 %.*s %.*s\n", SPAN_ARGS(type), SPAN_ARGS(words[2]));
    } else {
        printf("404\n");
    }
    arena_done(&arena);
}

/* One line of what is asked. */
static void line_answer(struct pages *pages, const char *folder, struct span line)
{
    struct span rest = span_trim(line), words[WORDS_MAX], word;
    size_t count = 0;
    while (rest.count && count < WORDS_MAX && span_next(&rest, ' ', &word))
        words[count++] = word;
    if (count < 3)
        return;
    if (is_span(words[0], "ASSET"))
        asset(folder, words);
    else
        answer(pages, folder, words, count);
    fflush(stdout);
}

int main(int argc, char **argv)
{
    static char line[LINE_BYTES];
    static struct options options = {
        .names = {{"passphrase-fd", 13}}, .values = {"9"}, .option_count = 1};
    struct office office;
    struct keys keys = {0};
    struct pages *pages = NULL;
    must((argc == 3 || argc == 4) && seal_start() == OK);
    if (argc == 4) {
        options.names[options.option_count] = SPAN("key");
        options.values[options.option_count++] = argv[3];
    }
    enum status status = office_open(argv[1], OFFICE_READ, &office);
    if (status == OK)
        status = keys_open(&office, &options, &keys);
    if (status == OK)
        status = pages_open(&office, &keys, NULL, &pages);
    if (status != OK)
        fprintf(stderr, "%s\n", status_last());
    while (status == OK && fgets(line, sizeof line, stdin))
        line_answer(pages, argv[2], span_of(line));
    pages_close(pages);
    keys_close(&keys);
    office_close(&office);
    return status == OK ? 0 : 1;
}
