#include "setup/vacancy.h"

#include "base/must.h"
#include "scoring/basis/basis_json.h"
#include "scoring/basis/norm_json.h"

static const char *const state_words[] = {
    [VACANCY_DRAFT] = "draft",
    [VACANCY_OPEN] = "open",
    [VACANCY_CLOSED] = "closed",
};
enum { STATE_COUNT = sizeof state_words / sizeof *state_words };

bool is_vacancy_id(struct span id)
{
    if (id.count == 0 || id.count > VACANCY_ID_BYTES_MAX || id.data[0] == '-')
        return false;
    for (size_t i = 0; i < id.count; i++) {
        const char byte = id.data[i];
        if (!(byte >= 'a' && byte <= 'z') && !(byte >= '0' && byte <= '9') && byte != '-')
            return false;
    }
    return true;
}

/* From scoring version 3 on a weight is a decision that people stand for. */
static enum status importance_check(const struct vacancy *vacancy,
                                    const struct basis *frozen,
                                    const struct importance *importance)
{
    const bool is_whole =
        importance->reason.count && importance->by[0].count && importance->by[1].count;
    return is_whole || !has_basis_means(frozen)
               ? OK
               : fail(
                     STATUS_BAD_INPUT,
                     "vacancy %.*s: the weight of \"%.*s\" has no reason or no two people "
                     "who agreed on it; set it again with 'resonance vacancy weight'",
                     SPAN_ARGS(vacancy->id), SPAN_ARGS(importance->dimension));
}

static enum status weigh(const struct vacancy *vacancy, struct basis *frozen)
{
    for (size_t i = 0; i < vacancy->importance_count; i++) {
        const struct importance *importance = &vacancy->importances[i];
        struct dimension_basis *dimension =
            basis_dimension(frozen, importance->dimension);
        if (!dimension)
            return fail(STATUS_BAD_INPUT,
                        "vacancy %.*s: importance is set for \"%.*s\", which is not a "
                        "dimension; mend the name",
                        SPAN_ARGS(vacancy->id), SPAN_ARGS(importance->dimension));
        const enum status status = importance_check(vacancy, frozen, importance);
        if (status != OK)
            return status;
        dimension->importance = importance->weight;
        dimension->importance_reason = importance->reason;
        for (size_t n = 0; n < BASIS_NAMES; n++)
            dimension->importance_by[n] = importance->by[n];
    }
    return basis_check(frozen);
}

/* Whoever opens the vacancy must hear it, not the person whose record would not fit. */
static enum status size_check(struct arena *arena, const struct basis *basis)
{
    const struct arena_mark mark = arena_mark(arena);
    const size_t count = basis_write(arena, basis).count;
    arena_release(arena, mark);
    return count <= BASIS_BYTES_MAX
               ? OK
               : fail(STATUS_TOO_LARGE,
                      "the organization profile has %zu bytes, and a record takes %d; "
                      "make it from fewer colleagues, or give shorter reasons",
                      count, BASIS_BYTES_MAX);
}

enum status vacancy_freeze(struct arena *arena, struct vacancy *vacancy,
                           const struct basis *basis, struct norm *norm,
                           struct span opened)
{
    if (vacancy->state != VACANCY_DRAFT)
        return fail(STATUS_REFUSED,
                    "vacancy %.*s was opened before; its basis never changes again",
                    SPAN_ARGS(vacancy->id));
    struct basis *frozen = basis_copy(arena, basis);
    frozen->vacancy = vacancy->id;
    frozen->title = vacancy->title;
    enum status status = weigh(vacancy, frozen);
    if (status == OK && norm && has_basis_means(frozen))
        status = norm_apply(norm, frozen);
    if (status == OK)
        status = size_check(arena, frozen);
    if (status != OK)
        return status;
    vacancy->basis = frozen;
    vacancy->norm = norm;
    vacancy->opened = span_copy(arena, opened);
    vacancy->state = VACANCY_OPEN;
    return OK;
}

static void importances_put(struct canonical *canonical, const struct vacancy *vacancy)
{
    canonical_list(canonical, "importance");
    for (size_t i = 0; i < vacancy->importance_count; i++) {
        const struct importance *importance = &vacancy->importances[i];
        canonical_object(canonical, NULL);
        if (importance->by[0].count) /* vacancies of before have none */
            canonical_texts(canonical, "by", importance->by,
                            basis_name_count(importance->by));
        canonical_text(canonical, "dimension", importance->dimension);
        canonical_text(canonical, "reason", importance->reason);
        canonical_exact(canonical, "weight", importance->weight);
        canonical_end(canonical);
    }
    canonical_end(canonical);
}

struct span vacancy_write(struct arena *arena, const struct vacancy *vacancy)
{
    struct canonical canonical = canonical_begin(arena);
    canonical_object(&canonical, NULL);
    if (vacancy->basis)
        basis_json_put(&canonical, "basis", vacancy->basis);
    else
        canonical_null(&canonical, "basis");
    canonical_text(&canonical, "contact", vacancy->contact);
    canonical_text(&canonical, "id", vacancy->id);
    importances_put(&canonical, vacancy);
    if (vacancy->keep_days)
        canonical_whole(&canonical, "keep_days", vacancy->keep_days);
    if (vacancy->norm)
        norm_json_put(&canonical, "norm", vacancy->norm);
    canonical_text(&canonical, "opened", vacancy->opened);
    canonical_text(&canonical, "organization", vacancy->organization);
    if (vacancy->is_pilot)
        canonical_flag(&canonical, "pilot", true);
    canonical_text(&canonical, "retention", vacancy->retention);
    canonical_text(&canonical, "state", span_of(state_words[vacancy->state]));
    canonical_text(&canonical, "title", vacancy->title);
    canonical_end(&canonical);
    return canonical_bytes(&canonical);
}

static void importances_take(struct canonical_take *take, const struct json *object,
                             struct vacancy *vacancy)
{
    const struct json *list =
        canonical_take_list(take, object, "importance", RESONANCE_DIMENSIONS_MAX);
    vacancy->importances =
        arena_array(take->arena, struct importance, list ? list->count : 0);
    for (const struct json *row = list ? list->first : NULL; row; row = row->next) {
        struct importance importance = {
            .dimension = canonical_take_text(take, row, "dimension"),
            .weight = canonical_take_number(take, row, "weight"),
            .reason = canonical_take_text(take, row, "reason"),
        };
        if (has_canonical_take_key(row, "by"))
            canonical_take_texts(take, row, "by", BASIS_NAMES, importance.by);
        if (!(importance.weight >= 0))
            canonical_take_wrong(take, "a \"weight\" must be 0 or more");
        vacancy->importances[vacancy->importance_count++] = importance;
    }
}

static void vacancy_take(struct canonical_take *take, const struct json *object,
                         struct vacancy *vacancy)
{
    const struct json *basis = canonical_take_field(take, object, "basis");
    vacancy->basis = basis ? basis_json_take(take, basis) : NULL;
    if (has_canonical_take_key(object, "norm"))
        vacancy->norm = norm_json_take(take, canonical_take_object(take, object, "norm"));
    vacancy->is_pilot = has_canonical_take_key(object, "pilot") &&
                        canonical_take_flag(take, object, "pilot");
    vacancy->contact = canonical_take_text(take, object, "contact");
    vacancy->id = canonical_take_text(take, object, "id");
    importances_take(take, object, vacancy);
    if (has_canonical_take_key(object, "keep_days"))
        vacancy->keep_days =
            canonical_take_whole(take, object, "keep_days", 1, VACANCY_KEEP_DAYS_MAX);
    vacancy->opened = canonical_take_text(take, object, "opened");
    vacancy->organization = canonical_take_text(take, object, "organization");
    vacancy->retention = canonical_take_text(take, object, "retention");
    vacancy->state = (enum vacancy_state)canonical_take_word(take, object, "state",
                                                             state_words, STATE_COUNT);
    vacancy->title = canonical_take_text(take, object, "title");
    if (take->status == OK && !is_vacancy_id(vacancy->id))
        canonical_take_wrong(take, "\"id\" must be small letters, digits and hyphens");
    if (take->status == OK && (vacancy->state == VACANCY_DRAFT) != !vacancy->basis)
        canonical_take_wrong(take, "a draft has no basis, an open vacancy has one");
}

/* Nobody is measured from another norm than the one that is shown. */
static enum status norm_check(struct arena *arena, const struct vacancy *vacancy)
{
    const struct arena_mark mark = arena_mark(arena);
    struct basis *again = basis_copy(arena, vacancy->basis);
    const bool is_same = vacancy->norm
                             ? norm_apply(vacancy->norm, again) == OK &&
                                   is_span_equal(basis_write(arena, again),
                                                 basis_write(arena, vacancy->basis))
                             : !vacancy->basis->norm_count;
    arena_release(arena, mark);
    return is_same
               ? OK
               : fail(
                     STATUS_BAD_INPUT,
                     "vacancy %.*s: its basis has another norm than the vacancy; put the "
                     "file back from a copy",
                     SPAN_ARGS(vacancy->id));
}

enum status vacancy_read(struct arena *arena, struct span bytes,
                         struct vacancy **out_vacancy)
{
    struct canonical_take take = {arena, "vacancy", STATUS_BAD_INPUT, OK};
    struct vacancy *vacancy = arena_new(arena, struct vacancy);
    struct arena scratch;
    if (bytes.count > VACANCY_BYTES_MAX)
        return fail(STATUS_TOO_LARGE, "a vacancy has at most %d bytes",
                    VACANCY_BYTES_MAX);
    canonical_take_scratch(&scratch);
    vacancy_take(&take, canonical_take_root(&take, &scratch, bytes), vacancy);
    if (take.status == OK && vacancy->basis)
        take.status = basis_check(vacancy->basis);
    if (take.status == OK && vacancy->basis)
        take.status = size_check(arena, vacancy->basis);
    if (take.status == OK && vacancy->basis && has_basis_means(vacancy->basis))
        take.status = norm_check(arena, vacancy);
    if (take.status == OK)
        canonical_take_same(&take, bytes, vacancy_write(arena, vacancy));
    arena_done(&scratch);
    if (take.status == OK)
        *out_vacancy = vacancy;
    return take.status;
}
