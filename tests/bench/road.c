/* Measures steps of the road: a sitting scored with its interval, an answer sealed and durable
 * on the disk, and the same by way of the process that keeps the ledger; a result sealed, verified
 * and durable. Prints milliseconds: p50, p99. */
#include "app/terminal/keeper/keeper_ask.h"
#include "app/terminal/keeper/keeper_serve.h"
#include "app/terminal/keeper/link.h"
#include "base/file.h"
#include "scoring/basis/basis.h"
#include "scoring/score.h"
#include "sample.h"
#include "seal/age/age_identity.h"
#include "seal/age/age_wrap.h"
#include "seal/draft.h"
#include "seal/envelope.h"
#include "store/drafts.h"
#include "store/ledger.h"

#include <stdio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { ARENA_BYTES = 512 * 1024 * 1024, RATERS = 9, SCORINGS = 200, ROWS = 500 };
enum {
    RESULTS = 300,
    RESULT_BYTES = 96 * 1024
}; /* what the shipped assessment pads to */

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
    const double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void print_times(const char *what, double *times, size_t count)
{
    qsort(times, count, sizeof *times, by_size);
    printf("%s p50 %.3f p99 %.3f ms\n", what, times[count / 2], times[count * 99 / 100]);
}

static void bench_scoring(struct arena *arena)
{
    static double times[SCORINGS];
    const struct assessment *assessment = sample_assessment(arena);
    const struct sitting **raters = sample_raters(arena, assessment, RATERS, 5, 0.7);
    struct basis *basis;
    struct agreement_view view;
    must(basis_build(arena, assessment, raters, RATERS, &basis, &view) == OK);
    for (size_t i = 0; i < SCORINGS; i++) {
        const struct sample_person person = sample_person_of(1000 + i, 5, 0.3);
        const struct sitting *sitting =
            sample_sit(arena, assessment, ROLE_CANDIDATE, 1000 + i, &person);
        const struct arena_mark mark = arena_mark(arena);
        struct scorecard *scorecard;
        const double before = now_ms();
        must(score_sitting(arena, sitting, basis, &scorecard) == OK);
        times[i] = now_ms() - before;
        arena_release(arena, mark);
    }
    print_times("score_sitting", times, SCORINGS);
}

static void bench_rows(struct arena *arena, const char *folder)
{
    static double times[ROWS];
    unsigned char key[DRAFT_KEY_BYTES] = {1}, head[DRAFT_HEAD_BYTES];
    char answer[300] = {0};
    struct draft_row place = {.session_id = {1}, .type = 2};
    struct drafts *drafts;
    struct drafts_session session = {
        .id = {1}, .locator = {2}, .wrapped_key = SPAN("key")};
    must(seal_start() == OK);
    must(drafts_open(arena, file_path(arena, folder, "bench-drafts.db"), &drafts) == OK);
    must(drafts_begin(drafts, &session) == OK);
    for (size_t i = 0; i < ROWS; i++) {
        const struct arena_mark mark = arena_mark(arena);
        place.number = i + 1;
        struct drafts_row row = {.number = place.number, .type = 2};
        const struct draft_head sum = {.row_count = place.number};
        const double before = now_ms();
        draft_head_wrap(key, session.id, &sum, head);
        row.head = (struct span){(const char *)head, sizeof head};
        must(draft_wrap(arena, key, &place, (struct span){answer, sizeof answer},
                        &row.sealed) == OK);
        must(drafts_put(drafts, session.id, &row, 0) == OK);
        draft_hash(row.sealed, place.previous_hash);
        times[i] = now_ms() - before;
        arena_release(arena, mark);
    }
    must(drafts_erase(drafts, session.id) == OK);
    drafts_close(drafts);
    print_times("answer_durable", times, ROWS);
}

struct sealing {
    struct ledger *ledger;
    struct age_recipient recipients[2];
    unsigned char secret[SIGN_SECRET_BYTES], public[CHAIN_PUBLIC_KEY_BYTES];
    struct header header;
};

/* Sealed, signed, verified as before a receipt is shown, and durable. */
static void result_seal(struct arena *arena, struct sealing *sealing, struct span plain)
{
    struct span file;
    struct header *header = &sealing->header;
    must(age_wrap(arena, sealing->recipients, 2, plain, &file) == OK);
    header->sequence++;
    memcpy(header->record_id, &header->sequence, sizeof header->sequence);
    envelope_cover(file, header);
    struct entry entry = entry_from_header(header, file);
    envelope_hash(entry.header, entry.entry_hash);
    envelope_sign(sealing->secret, entry.header, entry.signature);
    must(envelope_verify(sealing->public, entry.header, entry.signature) == OK);
    must(envelope_check(header, file) == OK);
    must(ledger_append(sealing->ledger, &entry) == OK);
    memcpy(header->previous_hash, entry.entry_hash, sizeof header->previous_hash);
}

static void bench_results(struct arena *arena, const char *folder)
{
    static double times[RESULTS];
    struct sealing sealing = {.header = {.type = HEADER_RESULT, .epoch = 1}};
    const struct span plain = {arena_alloc(arena, RESULT_BYTES), RESULT_BYTES};
    struct age_identity identity;
    sign_generate(sealing.secret, sealing.public);
    for (size_t i = 0; i < 2; i++) {
        age_identity_generate(&identity);
        sealing.recipients[i] = identity.recipient;
    }
    must(ledger_open(arena, file_path(arena, folder, "bench-ledger.db"),
                     &sealing.ledger) == OK);
    for (size_t i = 0; i < RESULTS; i++) {
        const struct arena_mark mark = arena_mark(arena);
        const double before = now_ms();
        result_seal(arena, &sealing, plain);
        times[i] = now_ms() - before;
        arena_release(arena, mark);
    }
    ledger_close(sealing.ledger);
    print_times("result_durable", times, RESULTS);
}

/* As the process with the ledger works, for somebody whose code was typed. */
static void serve(int socket, const char *folder)
{
    static struct keeper keeper;
    static struct config config;
    struct arena arena;
    struct span request;
    uint32_t number;
    must(keeper_open((struct keeper_folders){.config = folder, .data = folder},
                     &keeper) == OK);
    keeper.config = &config;
    keeper.has_person = true;
    must(arena_init_guarded(&arena, KEEPER_SERVE_BYTES, NULL) == OK);
    while (link_receive(&arena, socket, &number, &request) == OK) {
        must(link_send(socket, number, keeper_serve(&keeper, &arena, request),
                       SPAN("")) == OK);
        arena_reset(&arena);
    }
    must(keeper_draft_erase(&keeper) == OK);
    keeper_close(&keeper);
}

static void kept_put(struct arena *arena, struct keeper_port *port, double *times)
{
    unsigned char key[DRAFT_KEY_BYTES], head[DRAFT_HEAD_BYTES];
    char answer[300] = {0};
    struct draft_row place = {.session_id = {1}, .type = 2};
    must(keeper_ask_begin(port, place.session_id, (struct moment){0}, key) == OK);
    for (size_t i = 0; i < ROWS; i++) {
        const struct arena_mark mark = arena_mark(arena);
        place.number = i + 1;
        struct drafts_row row = {.number = place.number, .type = 2};
        const struct draft_head sum = {.row_count = place.number};
        const double before = now_ms();
        draft_head_wrap(key, place.session_id, &sum, head);
        row.head = (struct span){(const char *)head, sizeof head};
        must(draft_wrap(arena, key, &place, (struct span){answer, sizeof answer},
                        &row.sealed) == OK);
        must(keeper_ask_put(port, &row, (struct moment){0}) == OK);
        draft_hash(row.sealed, place.previous_hash);
        times[i] = now_ms() - before;
        arena_release(arena, mark);
    }
}

static void bench_kept(struct arena *arena, const char *folder)
{
    static double times[ROWS];
    struct keeper_port port;
    int ends[2];
    must(link_open(ends) == OK);
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        serve(ends[1], file_path(arena, folder, "bench-kept"));
        _exit(0);
    }
    close(ends[1]);
    must(keeper_ask_init(ends[0], NULL, &port) == OK);
    kept_put(arena, &port, times);
    keeper_ask_done(&port);
    close(ends[0]);
    must(waitpid(child, NULL, 0) == child);
    print_times("answer_kept", times, ROWS);
}

int main(int argc, char **argv)
{
    struct arena arena;
    arena_init(&arena, ARENA_BYTES);
    bench_scoring(&arena);
    bench_rows(&arena, argc > 1 ? argv[1] : ".");
    bench_results(&arena, argc > 1 ? argv[1] : ".");
    bench_kept(&arena, argc > 1 ? argv[1] : ".");
    arena_done(&arena);
    return 0;
}
