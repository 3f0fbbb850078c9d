/* The steps of a story, each a word of the story language. */
#include "app/story/story.h"

#include "app/story/answering.h"
#include "app/story/check.h"
#include "app/story/hand.h"
#include "app/story/state.h"
#include "app/story/tell.h"
#include "base/file.h"
#include "device/canvas.h"
#include "device/text.h"
#include "view/words.h"

#include <stdarg.h>
#include <string.h>

enum { CODES_MAX_BYTES = 256 * 1024, ANSWERS_MAX = 1000 };

static enum status step_size(struct story *story, const struct script_line *line)
{
    int width = 0, height = 0;
    double width_mm = 0;
    const struct span wish = script_word(line, 1);
    const size_t x = span_find(wish, 'x');
    int64_t pixels;
    if (span_to_integer(span_cut(wish, 0, x), &pixels))
        width = (int)pixels;
    if (span_to_integer(span_cut(wish, x + 1, wish.count), &pixels))
        height = (int)pixels;
    for (size_t i = 2; i + 1 < line->count; i += 2)
        if (is_span(line->words[i], "width-mm") &&
            !span_to_number(line->words[i + 1], &width_mm))
            return story_wrong(story, "width-mm wants a number");
    if (width < 200 || height < 200 || width_mm < 50)
        return story_wrong(story, "size wants WIDTHxHEIGHT width-mm N");
    story->facts.width_px = width;
    story->facts.height_px = height;
    story->facts.px_per_mm = width / width_mm;
    if (story->is_open)
        terminal_resize(&story->terminal, &story->facts, story->now);
    return OK;
}

static enum status step_comfort(struct story *story, const struct script_line *line)
{
    struct comfort *comfort = &story->terminal.journey.comfort;
    for (size_t i = 1; i < line->count; i += 2) {
        const struct span kind = line->words[i], word = script_word(line, i + 1);
        if (!(is_span(kind, "text") && theme_step_find(word, &comfort->step)) &&
            !(is_span(kind, "theme") && theme_find(word, &comfort->theme)))
            return fail(STATUS_BAD_INPUT, "line %zu: there is no %.*s \"%.*s\"",
                        line->number, SPAN_ARGS(kind), SPAN_ARGS(word));
    }
    terminal_resize(&story->terminal, &story->facts, story->now);
    return OK;
}

static enum status step_person(struct story *story, const struct script_line *line)
{
    const enum status status = person_read(line, &story->person);
    if (status == OK && story->person.words.count && story->typed_count < STORY_TYPED_MAX)
        story->typed[story->typed_count++] = story->person.words;
    return status;
}

static enum status step_tap(struct story *story, const struct script_line *line)
{
    struct node *node;
    const enum status status = hand_named(story, script_word(line, 1), &node);
    return status == OK ? hand_tap(story, node) : status;
}

static enum status step_key(struct story *story, const struct script_line *line)
{
    enum status status = OK;
    for (size_t i = 1; i < line->count && status == OK; i++)
        status = hand_key(story, line->words[i]);
    return status;
}

static enum status step_type(struct story *story, const struct script_line *line)
{
    const struct span text = script_word(line, 1);
    if (story->typed_count < STORY_TYPED_MAX)
        story->typed[story->typed_count++] = text;
    hand_type(story, text);
    return OK;
}

/* "code candidate 2": the second code of that kind in the file of codes; "code XXXXX-XXXXX". */
static enum status step_code(struct story *story, const struct script_line *line)
{
    struct span rest, row, code = script_word(line, 1);
    if (line->count == 3) {
        const enum status status =
            file_read(&story->arena, story->codes_path, CODES_MAX_BYTES, &rest);
        if (status != OK)
            return status;
        const struct span wanted =
            span_format(&story->arena, "%.*s %.*s ", SPAN_ARGS(code),
                        SPAN_ARGS(script_word(line, 2)));
        code = SPAN("");
        while (!code.count && span_next(&rest, '\n', &row))
            if (is_span_equal(span_cut(row, 0, wanted.count), wanted))
                code = span_trim(span_cut(row, wanted.count, row.count));
        if (!code.count)
            return story_wrong(story, "%s has no code %.*s", story->codes_path,
                               SPAN_ARGS(wanted));
    }
    hand_erase(story, CODE_MAX);
    hand_type(story, code);
    const struct node *submit = hand_meaning(story, EVENT_SUBMIT_CODE, -1, -1);
    return submit ? hand_tap(story, submit)
                  : story_wrong(story, "no code can be entered on this screen");
}

static bool is_screen(const struct story *story, struct span name)
{
    return is_span(name, screen_name(story->terminal.journey.screen));
}

static bool has_text(const struct story *story, struct span wanted)
{
    for (const struct node *node = node_next(story->terminal.root, NULL); node;
         node = node_next(story->terminal.root, node))
        if (node->text.count >= wanted.count && wanted.count &&
            memmem(node->text.data, node->text.count, wanted.data, wanted.count))
            return true;
    return false;
}

static enum status expect_step(struct story *story, struct span wanted)
{
    const struct visit *visit = story->terminal.journey.visit;
    const struct span id =
        visit && visit->sitting && visit->at >= 0
            ? sitting_step_id(&story->arena, visit->sitting, (size_t)visit->at)
            : SPAN("none");
    return is_span_equal(id, wanted) ? OK
                                     : story_wrong(story, "the step is %.*s, not %.*s",
                                                   SPAN_ARGS(id), SPAN_ARGS(wanted));
}

static enum status step_expect(struct story *story, const struct script_line *line)
{
    const struct span what = script_word(line, 1), wanted = script_word(line, 2);
    if (is_span(what, "screen") && !is_screen(story, wanted))
        return story_wrong(story, "the screen is %s, not %.*s",
                           screen_name(story->terminal.journey.screen),
                           SPAN_ARGS(wanted));
    if (is_span(what, "text") && !has_text(story, wanted))
        return story_wrong(story, "\"%.*s\" is not on the screen", SPAN_ARGS(wanted));
    if (is_span(what, "no-text") && has_text(story, wanted))
        return story_wrong(story, "\"%.*s\" is on the screen", SPAN_ARGS(wanted));
    if (is_span(what, "same") &&
        state_of(&story->terminal.journey) != story->state_before)
        return story_wrong(story,
                           "item, order or answers are not what they were at the kill");
    if (is_span(what, "step"))
        return expect_step(story, wanted);
    return OK;
}

static enum status step_hear(struct story *story, const struct script_line *line)
{
    const struct span wanted = script_word(line, 1);
    const struct node *node = focus_place(&story->terminal.focus, story->terminal.root);
    const struct span said = node ? words_node(&story->arena, node) : SPAN("");
    if (is_span_equal(said, wanted))
        return OK;
    return story_wrong(story, "heard is \"%.*s\", not \"%.*s\"", SPAN_ARGS(said),
                       SPAN_ARGS(wanted));
}

static enum status time_read(const struct story *story, struct span word, int64_t *out_ms)
{
    double count;
    const char unit = word.count ? word.data[word.count - 1] : 's';
    if (!span_to_number(span_cut(word, 0, word.count - 1), &count))
        return story_wrong(story, "%.*s wants a time such as 90s or 15m",
                           SPAN_ARGS(story->line->words[0]));
    *out_ms = (int64_t)(count * (unit == 'm' ? 60000 : 1000));
    return OK;
}

static enum status step_wait(struct story *story, const struct script_line *line)
{
    int64_t wait_ms = 0;
    const enum status status = time_read(story, script_word(line, 1), &wait_ms);
    if (status == OK)
        story_pass(story, wait_ms);
    return status;
}

static enum status step_hold(struct story *story, const struct script_line *line)
{
    int64_t hold_ms = 0;
    const bool is_key = is_span(script_word(line, 1), "F10");
    const struct node *node = node_find(story->terminal.root, script_word(line, 1));
    if (!node && !is_key)
        return story_wrong(story, "nothing here is called \"%.*s\"",
                           SPAN_ARGS(script_word(line, 1)));
    const enum status status = time_read(story, script_word(line, 2), &hold_ms);
    if (status == OK && is_key)
        hand_hold_key(story, hold_ms);
    else if (status == OK)
        hand_hold(story, node, hold_ms);
    return status;
}

/* The wall clock is set, by staff, a network or an empty battery; the steady one never jumps. */
static enum status step_clock(struct story *story, const struct script_line *line)
{
    int64_t unix_s;
    if (!span_to_integer(script_word(line, 1), &unix_s))
        return story_wrong(story, "clock wants seconds since 1970");
    story->now.unix_ms = unix_s * 1000;
    return OK;
}

/* On the page that the program puts before all else while nobody has compared the words. */
static enum status step_trust(struct story *story, const struct script_line *line)
{
    (void)line;
    if (story->terminal.failure != STATUS_UNCONFIRMED)
        return story_wrong(story, "nobody is asked for an organization's words here");
    terminal_trust(&story->terminal, story->now);
    return OK;
}

static enum status step_tell(struct story *story, const struct script_line *line)
{
    (void)line;
    tell_screen(story);
    return OK;
}

/* As power loss: this process image ends on the spot, nothing is closed, wiped or written; a new
 * one goes on with the next line. What it needs to know stands on its command line. */
static enum status step_kill(struct story *story, const struct script_line *line)
{
    const enum status status = check_disk(story);
    if (status != OK)
        return status;
    const char *from = span_format(&story->arena, "--from=%zu", line->number + 1).data;
    const char *clock =
        span_format(&story->arena, "--clock=%lld,%lld", (long long)story->now.unix_ms,
                    (long long)story->now.steady_ms)
            .data;
    const char *chance = span_format(&story->arena, "--chance=%llu",
                                     (unsigned long long)story->person.chance.state)
                             .data;
    const char *state =
        span_format(&story->arena, "--state=%llu",
                    (unsigned long long)state_of(&story->terminal.journey))
            .data;
    return story_again(story, (const char *const[]){from, clock, chance, state}, 4);
}

static enum status step_shot(struct story *story, const struct script_line *line)
{
    story_shot(story, script_word(line, 1));
    return OK;
}

/* From here on all is done with a keyboard, and told for one at another terminal. */
static enum status step_keys(struct story *story, const struct script_line *line)
{
    (void)line;
    story->tells_keys = true;
    return OK;
}

/* From here on each touch is told, for a hand at another terminal that does the same. */
static enum status step_touches(struct story *story, const struct script_line *line)
{
    (void)line;
    story->tells_touches = true;
    return OK;
}

/* From here on what belongs together must be seen at once, with "letters" in those that were
 * chosen; each page checked is a picture. */
static enum status step_pages(struct story *story, const struct script_line *line)
{
    if (!script_word(line, 1).count)
        return story_wrong(story, "pages wants a name for the pictures");
    story->pages = script_word(line, 1);
    story->keeps_letters = is_span(script_word(line, 2), "letters");
    return OK;
}

static enum status check_all(struct story *story)
{
    if (!story->is_open)
        return OK;
    const enum status status = check_screen(story);
    return status == OK && story->is_slow_check ? check_disk(story) : status;
}

/* The page of a part is passed on the way to its first item. */
static enum status pass_part(struct story *story)
{
    if (story->terminal.journey.screen != SCREEN_PART)
        return OK;
    const struct node *next = hand_meaning(story, EVENT_NEXT, -1, -1);
    const enum status status = next
                                   ? hand_tap(story, next)
                                   : story_wrong(story, "there is no way into this part");
    return status == OK ? check_all(story) : status;
}

/* One item answered, and all that must hold after it. */
static enum status answer_once(struct story *story)
{
    const enum status status = answering_item(story);
    return status == OK ? check_all(story) : status;
}

/* "answer", "answer 5": just so many items. "answer at-most 5": fewer where the items end.
 * "answer 0" only goes past the page of a part. */
static enum status answer_some(struct story *story, int64_t count, bool is_at_most)
{
    enum status status = pass_part(story);
    for (int64_t i = 0; i < count && status == OK; i++) {
        if (story->terminal.journey.screen != SCREEN_ITEM)
            return is_at_most ? OK
                              : story_wrong(story, "no item to answer: the screen is %s",
                                            screen_name(story->terminal.journey.screen));
        status = answer_once(story);
        if (status == OK && i + 1 < count)
            status = pass_part(story);
    }
    return status;
}

/* One item answered; after the items the person goes on as it is. */
static enum status go_on(struct story *story)
{
    const enum screen_kind screen = story->terminal.journey.screen;
    if (screen != SCREEN_CHECK && screen != SCREEN_REDO)
        return answer_some(story, 1, 0);
    const struct node *next = hand_meaning(story, EVENT_NEXT, -1, -1);
    const enum status status =
        next ? hand_tap(story, next) : story_wrong(story, "there is no way on from here");
    return status == OK ? check_all(story) : status;
}

/* "answer until screen check", "answer until screen finish", "answer until step values:b07". */
static enum status answer_until(struct story *story, const struct script_line *line)
{
    const bool is_step = is_span(script_word(line, 2), "step");
    const struct span wanted = script_word(line, 3);
    for (int i = 0; i < ANSWERS_MAX; i++) {
        if (is_step ? expect_step(story, wanted) == OK : is_screen(story, wanted))
            return pass_part(story);
        const enum status status = go_on(story);
        if (status != OK)
            return status;
    }
    return story_wrong(story, "%d items answered and not there yet", ANSWERS_MAX);
}

static enum status step_answer(struct story *story, const struct script_line *line)
{
    if (is_span(script_word(line, 1), "until"))
        return answer_until(story, line);
    if (is_span(script_word(line, 1), "at-most"))
        return answer_some(story, script_number(line, 2, 1), 1);
    return answer_some(story, script_number(line, 1, 1), 0);
}

static const struct {
    const char *name;
    enum status (*run)(struct story *story, const struct script_line *line);
} steps[] = {
    {"size", step_size},     {"comfort", step_comfort}, {"person", step_person},
    {"code", step_code},     {"tap", step_tap},         {"key", step_key},
    {"type", step_type},     {"expect", step_expect},   {"hear", step_hear},
    {"wait", step_wait},     {"kill", step_kill},       {"shot", step_shot},
    {"answer", step_answer}, {"clock", step_clock},     {"tell", step_tell},
    {"hold", step_hold},     {"pages", step_pages},     {"touches", step_touches},
    {"keys", step_keys},     {"trust", step_trust},
};

enum status story_step(struct story *story, const struct script_line *line)
{
    story->line = line;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
        if (!is_span(line->words[0], steps[i].name))
            continue;
        enum status status = OK;
        if (!story->is_open && steps[i].run != step_size && steps[i].run != step_person)
            status = story_open(story);
        const struct arena_mark mark = arena_mark(&story->arena);
        if (status == OK)
            status = steps[i].run(story, line);
        arena_release(&story->arena, mark);
        return status == OK ? check_all(story) : status;
    }
    return story_wrong(story, "there is no step \"%.*s\"", SPAN_ARGS(line->words[0]));
}
