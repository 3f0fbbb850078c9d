#include "setup/groups/groups.h"

#include "base/clock.h"
#include "base/json/canonical.h"
#include "base/json/canonical_take.h"
#include "base/json/json.h"
#include "base/text/shown_text.h"

enum { LANGUAGE_MAX = 20, DAY_MS = 24 * 3600 * 1000 };

/* --- reading --- */

static void bounded(struct canonical_take *take, struct span text, size_t most)
{
    if (!text.count || text.count > most)
        canonical_take_wrong(take, "a name or a text in it is empty or too long");
    else if (take->status == OK)
        take->status = shown_text_check("text of a question for the audit", text);
}

static bool is_language(struct span text)
{
    for (size_t i = 0; i < text.count; i++) {
        const char c = text.data[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= 'A' && c <= 'Z') && c != '-')
            return false;
    }
    return text.count && text.count <= LANGUAGE_MAX;
}

static void words_take(struct canonical_take *take, const struct json *object,
                       struct groups_words *words)
{
    const struct json *texts = canonical_take_object(take, object, "texts");
    if (texts && (!texts->count || texts->count > GROUPS_LANGUAGES_MAX))
        canonical_take_wrong(take, "a question or an answer has no text, or too many");
    for (const struct json *at = texts && take->status == OK ? texts->first : NULL; at;
         at = at->next) {
        struct groups_text *text = &words->list[words->count++];
        if (at->kind != JSON_TEXT || !is_language(at->key)) {
            canonical_take_wrong(take,
                                 "texts are by language, such as {\"en\":\"Woman\"}");
            return;
        }
        text->language = span_of(span_text(take->arena, at->key));
        text->text = span_copy(take->arena, at->text);
        bounded(take, text->text, GROUPS_TEXT_MAX);
    }
}

static void answer_take(struct canonical_take *take, const struct json *object,
                        struct groups_question *question)
{
    struct groups_answer *answer = &question->answers[question->answer_count];
    answer->name = canonical_take_text(take, object, "name");
    bounded(take, answer->name, GROUPS_ANSWER_MAX);
    words_take(take, object, &answer->words);
    for (size_t i = 0; i < question->answer_count; i++)
        if (is_span_equal(question->answers[i].name, answer->name))
            canonical_take_wrong(take, "two answers of a question have the same name");
    question->answer_count++;
}

static void question_take(struct canonical_take *take, const struct json *object,
                          struct groups_question *question)
{
    const struct json *answers =
        canonical_take_list(take, object, "answers", GROUPS_ANSWERS_MAX);
    question->name = canonical_take_text(take, object, "name");
    bounded(take, question->name, GROUPS_NAME_MAX);
    words_take(take, object, &question->words);
    question->answers =
        arena_array(take->arena, struct groups_answer, GROUPS_ANSWERS_MAX);
    for (const struct json *at = answers ? answers->first : NULL;
         at && take->status == OK; at = at->next)
        answer_take(take, at, question);
    if (question->answer_count < 2)
        canonical_take_wrong(take, "a question has at least two answers");
}

static void questions_take(struct canonical_take *take, const struct json *root,
                           struct groups *groups)
{
    const struct json *list =
        canonical_take_list(take, root, "questions", GROUPS_QUESTIONS_MAX);
    for (const struct json *at = list ? list->first : NULL; at && take->status == OK;
         at = at->next)
        question_take(take, at, &groups->questions[groups->question_count++]);
    if (!groups->question_count)
        canonical_take_wrong(take, "there is no question in it");
    if (groups->question_count == GROUPS_QUESTIONS_MAX &&
        is_span_equal(groups->questions[0].name, groups->questions[1].name))
        canonical_take_wrong(take, "two questions have the same name");
}

static void until_take(struct canonical_take *take, const struct json *root,
                       struct groups *groups)
{
    int64_t unix_ms;
    if (!root || !has_canonical_take_key(root, "until"))
        return;
    groups->until = canonical_take_text(take, root, "until");
    if (take->status == OK && !is_clock_date(groups->until, &unix_ms))
        canonical_take_wrong(take,
                             "the last day of asking is no day, such as 2027-03-31");
}

static enum status read(struct arena *arena, struct span bytes, bool is_exact,
                        struct groups **out_groups)
{
    struct canonical_take take = {arena, "groups.json", STATUS_BAD_INPUT, OK};
    struct groups *groups = arena_new(arena, struct groups);
    struct arena scratch;
    if (bytes.count > GROUPS_BYTES_MAX)
        return fail(STATUS_TOO_LARGE, "groups.json has more than %d bytes",
                    GROUPS_BYTES_MAX);
    canonical_take_scratch(&scratch);
    const struct json *root = canonical_take_root(&take, &scratch, bytes);
    if (root && has_canonical_take_key(root, "auditors"))
        groups->auditor_count = canonical_take_texts(
            &take, root, "auditors", GROUPS_AUDITORS_MAX, groups->auditors);
    questions_take(&take, root, groups);
    until_take(&take, root, groups);
    arena_done(&scratch);
    if (take.status == OK && is_exact)
        canonical_take_same(&take, bytes, groups_write(arena, groups));
    if (take.status == OK)
        *out_groups = groups;
    return take.status;
}

enum status groups_read(struct arena *arena, struct span bytes,
                        struct groups **out_groups)
{
    return read(arena, bytes, true, out_groups);
}

enum status groups_take(struct arena *arena, struct span bytes,
                        struct groups **out_groups)
{
    return read(arena, bytes, false, out_groups);
}

/* --- writing --- */

/* In the order of their languages, whatever the order in which they were written by hand. */
static void words_put(struct canonical *c, const struct groups_words *words)
{
    bool is_put[GROUPS_LANGUAGES_MAX] = {false};
    canonical_object(c, "texts");
    for (size_t n = 0; n < words->count; n++) {
        size_t least = GROUPS_LANGUAGES_MAX;
        for (size_t i = 0; i < words->count; i++)
            if (!is_put[i] &&
                (least == GROUPS_LANGUAGES_MAX ||
                 span_order(words->list[i].language, words->list[least].language) < 0))
                least = i;
        is_put[least] = true;
        canonical_text(c, words->list[least].language.data, words->list[least].text);
    }
    canonical_end(c);
}

static void question_put(struct canonical *c, const struct groups_question *question)
{
    canonical_object(c, NULL);
    canonical_list(c, "answers");
    for (size_t i = 0; i < question->answer_count; i++) {
        canonical_object(c, NULL);
        canonical_text(c, "name", question->answers[i].name);
        words_put(c, &question->answers[i].words);
        canonical_end(c);
    }
    canonical_end(c);
    canonical_text(c, "name", question->name);
    words_put(c, &question->words);
    canonical_end(c);
}

struct span groups_write(struct arena *arena, const struct groups *groups)
{
    struct canonical c = canonical_begin(arena);
    canonical_object(&c, NULL);
    if (groups->auditor_count)
        canonical_texts(&c, "auditors", groups->auditors, groups->auditor_count);
    canonical_list(&c, "questions");
    for (size_t i = 0; i < groups->question_count; i++)
        question_put(&c, &groups->questions[i]);
    canonical_end(&c);
    if (groups->until.count)
        canonical_text(&c, "until", groups->until);
    canonical_end(&c);
    return canonical_bytes(&c);
}

bool is_groups_over(const struct groups *groups, int64_t unix_ms)
{
    int64_t day_ms;
    return is_clock_date(groups->until, &day_ms) && unix_ms >= day_ms + DAY_MS;
}

struct span groups_text(const struct groups_words *words, struct span language)
{
    for (size_t i = 0; i < words->count; i++)
        if (is_span_equal(words->list[i].language, language))
            return words->list[i].text;
    return words->list[0].text;
}
