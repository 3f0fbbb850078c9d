#include "interview/interview_sheet.h"

#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "base/utf8.h"

struct interview_sheet interview_sheet_new(struct arena *arena, struct span rater)
{
    return (struct interview_sheet){
        .rater = rater,
        .ratings = arena_array(arena, struct interview_rating, INTERVIEW_GUIDE_MAX)};
}

static enum status evidence_check(const struct interview_rating *rating)
{
    size_t letters = 0;
    for (size_t i = 0; i < rating->evidence.count; i++)
        letters += (unsigned char)rating->evidence.data[i] > ' ';
    if (rating->rating != INTERVIEW_NO_EVIDENCE && letters < INTERVIEW_EVIDENCE_LEAST)
        return fail(STATUS_BAD_INPUT, "write what they said or did: a rating needs its "
                                      "evidence in words");
    if (utf8_count(rating->evidence) > INTERVIEW_EVIDENCE_MAX)
        return fail(STATUS_BAD_INPUT, "what they said or did has at most %d characters",
                    INTERVIEW_EVIDENCE_MAX);
    return OK;
}

static struct interview_rating *place_of(const struct interview_sheet *sheet,
                                         struct span question)
{
    for (size_t i = 0; i < sheet->count; i++)
        if (is_span_equal(sheet->ratings[i].question, question))
            return &sheet->ratings[i];
    return NULL;
}

enum status interview_sheet_put(struct interview_sheet *sheet,
                                const struct interview_guide *guide,
                                const struct interview_rating *rating, int64_t time_s)
{
    if (interview_guide_find(guide, rating->question) == guide->count)
        return fail(STATUS_NOT_FOUND, "this interview does not ask the question \"%.*s\"",
                    SPAN_ARGS(rating->question));
    if (rating->rating < INTERVIEW_NO_EVIDENCE || rating->rating > INTERVIEW_RATING_MAX)
        return fail(STATUS_BAD_INPUT, "a rating is from 1 to %d, or none",
                    INTERVIEW_RATING_MAX);
    const enum status status = evidence_check(rating);
    if (status != OK)
        return status;
    struct interview_rating *place = place_of(sheet, rating->question);
    *(place ? place : &sheet->ratings[sheet->count++]) = *rating;
    sheet->time_s = time_s;
    return OK;
}

const struct interview_rating *interview_sheet_find(const struct interview_sheet *sheet,
                                                    struct span question)
{
    return place_of(sheet, question);
}

size_t interview_sheet_missing(const struct interview_sheet *sheet,
                               const struct interview_guide *guide)
{
    size_t missing = 0;
    for (size_t i = 0; i < guide->count; i++)
        missing += !interview_sheet_find(sheet, guide->asked[i].id);
    return missing;
}

struct span interview_sheet_write(struct arena *arena,
                                  const struct interview_sheet *sheet)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    canonical_whole(&c, "interview_sheet", 1);
    canonical_text(&c, "rater", sheet->rater);
    canonical_list(&c, "ratings");
    for (size_t i = 0; i < sheet->count; i++) {
        canonical_object(&c, NULL);
        canonical_text(&c, "evidence", sheet->ratings[i].evidence);
        canonical_text(&c, "question", sheet->ratings[i].question);
        canonical_whole(&c, "rating", sheet->ratings[i].rating);
        canonical_end(&c);
    }
    canonical_end(&c);
    canonical_whole(&c, "time", sheet->time_s);
    canonical_end(&c);
    return canonical_bytes(&c);
}

static void take_sheet(struct canonical_take *take, const struct json *root,
                       struct interview_sheet *sheet)
{
    canonical_take_whole(take, root, "interview_sheet", 1, 1);
    sheet->rater = canonical_take_text(take, root, "rater");
    sheet->time_s = canonical_take_whole(take, root, "time", 0, INT64_MAX / 1000);
    const struct json *list =
        canonical_take_list(take, root, "ratings", INTERVIEW_GUIDE_MAX);
    for (const struct json *object = list ? list->first : NULL; object;
         object = object->next)
        sheet->ratings[sheet->count++] = (struct interview_rating){
            .question = canonical_take_text(take, object, "question"),
            .rating = (int)canonical_take_whole(take, object, "rating", 0,
                                                INTERVIEW_RATING_MAX),
            .evidence = canonical_take_text(take, object, "evidence"),
        };
}

enum status interview_sheet_read(struct arena *arena, struct span bytes,
                                 struct interview_sheet *out_sheet)
{
    struct canonical_take take = {
        .arena = arena, .document = "rating sheet", .bad = STATUS_DAMAGED};
    struct interview_sheet sheet = interview_sheet_new(arena, SPAN(""));
    struct arena scratch;
    const enum status status =
        arena_init_guarded(&scratch, 16 * (size_t)INTERVIEW_SHEET_BYTES_MAX, NULL);
    if (status != OK)
        return status;
    if (bytes.count > INTERVIEW_SHEET_BYTES_MAX)
        canonical_take_wrong(&take, "it is too long");
    const struct json *root =
        take.status == OK ? canonical_take_root(&take, &scratch, bytes) : NULL;
    if (root)
        take_sheet(&take, root, &sheet);
    arena_done(&scratch);
    if (take.status == OK)
        canonical_take_same(&take, bytes, interview_sheet_write(arena, &sheet));
    if (take.status == OK)
        *out_sheet = sheet;
    return take.status;
}

enum status interview_sheet_rating_read(struct span word, int *out_rating)
{
    int64_t number = 0;
    if (is_span(word, "none")) {
        *out_rating = INTERVIEW_NO_EVIDENCE;
        return OK;
    }
    if (!span_to_integer(word, &number) || number < 1 || number > INTERVIEW_RATING_MAX)
        return fail(STATUS_USAGE, "a rating is from 1 to %d, or none",
                    INTERVIEW_RATING_MAX);
    *out_rating = (int)number;
    return OK;
}

struct span interview_sheet_rating_words(struct arena *arena, int rating)
{
    return rating == INTERVIEW_NO_EVIDENCE ? SPAN("no evidence")
                                           : span_format(arena, "%d", rating);
}
