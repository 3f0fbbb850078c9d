#include "app/desk/command/after/checkin_read.h"

#include "app/desk/office/after/checkin_page.h"
#include "base/clock.h"
#include "base/words.h"
#include "profile/profile_card.h"

/* What the reader lent goes when it opens other results. */
static void own(struct arena *arena, struct plan_made *made)
{
    made->facts = (struct report_facts){.handle = span_copy(arena, made->facts.handle)};
    made->about.reference = made->facts.handle;
    made->about.vacancy = span_copy(arena, made->about.vacancy);
}

enum status checkin_read_open(struct operation *operation, struct checkin_read *out_read)
{
    struct checkin_read read = {0};
    struct chronicle_log log;
    enum status status = plan_made_open(operation, &read.made);
    struct arena *arena = &operation->shown;
    if (status != OK)
        return status;
    own(arena, &read.made);
    status = chronicle_log_read(arena, &operation->office, &checkin_kept_kind, &log);
    if (status == OK)
        status = checkin_kept_list(arena, &operation->office, &read.made.about,
                                   &operation->keys, &log, &read.cards, &read.card_count);
    if (status == OK)
        status =
            checkin_came_list(arena, &operation->reader, &read.came, &read.came_count);
    if (status == OK)
        *out_read = read;
    return status;
}

static enum status one_change(struct operation *operation, const struct record *before,
                              const struct checkin_came *came, int month,
                              struct checkin_read *read)
{
    struct result_reader *reader = &operation->reader;
    const struct arena_mark mark = arena_mark(&reader->arena);
    struct checkin_change change;
    struct result result;
    struct record *after;
    enum status status =
        result_reader_read(reader, came->record_id, came->place, &result, &after);
    if (status == OK)
        status = checkin_change_find(&operation->shown, before, after,
                                     operation->page.language, &change);
    arena_release(&reader->arena, mark);
    if (status != OK)
        return status;
    change.month = month;
    change.date = came->date;
    read->changes[read->change_count++] = change;
    return OK;
}

enum status checkin_read_changes(struct operation *operation, struct checkin_read *read)
{
    struct result_reader *reader = &operation->reader;
    struct arena *arena = &operation->shown;
    struct result result;
    struct record *before = NULL;
    unsigned char id[CHAIN_ID_BYTES];
    int64_t place = 0;
    enum status status = operation_reader_open(operation, 2);
    if (status == OK)
        status = result_find(operation->arena, reader->archive,
                             operation_word(operation, 0), id, &place);
    if (status == OK)
        status = result_reader_read(reader, id, place, &result, &before);
    if (status != OK)
        return status;
    const struct scorecard *card = profile_card(arena, before->scorecard, before->basis);
    read->figure = card->now;
    read->date = clock_date(arena, (int64_t)result.header.time_s * 1000);
    read->voice = checkin_change_voice(arena, before);
    for (size_t i = 0; status == OK && i < CHECKIN_TIMES; i++) {
        const struct checkin_came *came = checkin_read_came(read, checkin_months[i]);
        if (came)
            status = one_change(operation, before, came, checkin_months[i], read);
    }
    return status;
}

const struct checkin *checkin_read_card(const struct checkin_read *read, int month)
{
    for (size_t i = read->card_count; i--;)
        if (read->cards[i].month == month)
            return &read->cards[i];
    return NULL;
}

const struct checkin_came *checkin_read_came(const struct checkin_read *read, int month)
{
    return checkin_came_find(read->came, read->came_count, read->made.about.vacancy,
                             read->cards, read->card_count, month);
}

static struct span told(struct arena *arena, plan_page_day *day, struct span date)
{
    return day ? day(arena, date) : date;
}

static struct span card_state(struct arena *arena, const struct checkin *card)
{
    return card
               ? span_format(arena, W("Card %lld, not here yet"), (long long)card->number)
               : WS("No card yet");
}

/* The session before they joined, then each check-in. */
static void holds_say(struct page *page, const struct checkin_read *read,
                      plan_page_day *day)
{
    struct arena *arena = page->arena;
    struct checkin_page_time *times =
        arena_array(arena, struct checkin_page_time, CHECKIN_TIMES + 1);
    times[0] = (struct checkin_page_time){.title = WS("Before they joined"),
                                          .date = told(arena, day, read->date),
                                          .figure = &read->figure};
    for (size_t i = 0, at = 0; i < CHECKIN_TIMES; i++) {
        const int month = checkin_months[i];
        const struct checkin_change *change =
            at < read->change_count && read->changes[at].month == month
                ? &read->changes[at++]
                : NULL;
        times[i + 1] = (struct checkin_page_time){
            .title = span_format(arena, W("After %d months"), month),
            .date = change ? told(arena, day, change->date) : SPAN(""),
            .state = card_state(arena, checkin_read_card(read, month)),
            .figure = change ? &change->figure : NULL,
            .change = change ? &change->figure_change : NULL};
    }
    checkin_page_holds(page, times, CHECKIN_TIMES + 1);
}

void checkin_read_say(struct page *page, const struct checkin_read *read,
                      enum page_look look, plan_page_day *day)
{
    struct arena *arena = page->arena;
    struct checkin_change *changes =
        arena_array(arena, struct checkin_change, CHECKIN_TIMES);
    holds_say(page, read, day);
    for (size_t i = 0; i < read->change_count; i++) {
        changes[i] = read->changes[i];
        changes[i].date = told(arena, day, changes[i].date);
    }
    for (size_t i = read->change_count; i--;) /* the last one first */
        checkin_page_topics(page, &read->changes[i]);
    checkin_page_voices(page, look, told(arena, day, read->date), &read->voice, changes,
                        read->change_count);
}
