#include "app/desk/office/after/checkin_page.h"

#include "app/desk/office/after/checkin.h"
#include "base/words.h"
#include "profile/profile_chart.h"

static struct span range(struct arena *arena, double low, double high)
{
    return span_format(arena, W("%.*s to %.*s"), SPAN_ARGS(page_number(arena, low, 2)),
                       SPAN_ARGS(page_number(arena, high, 2)));
}

/* "+0.33, between 0.02 and 0.62" */
static struct span moved(struct arena *arena, const struct change *change)
{
    return span_format(arena, W("%s%.*s, between %.*s and %.*s"),
                       change->moved > 0 ? "+" : "",
                       SPAN_ARGS(page_number(arena, change->moved, 2)),
                       SPAN_ARGS(page_number(arena, change->low, 2)),
                       SPAN_ARGS(page_number(arena, change->high, 2)));
}

static struct span figure_words(const struct change *change)
{
    static const char *const words[CHANGE_WORDS] = {
        [CHANGE_UNKNOWN] = WN("cannot be said"), [CHANGE_UNCLEAR] = WN("no sure change"),
        [CHANGE_TOWARDS] = WN("more in common"), [CHANGE_AWAY] = WN("less in common"),
        [CHANGE_MORE] = WN("more in common"),    [CHANGE_LESS] = WN("less in common"),
    };
    return WS(words[change->word]);
}

static void time_add(struct page_block *table, const struct checkin_page_time *time)
{
    struct arena *arena = table->arena;
    struct page_row *row = page_row(table, SPAN(""));
    row->cells[0] = time->title;
    row->cells[1] = time->date.count ? time->date : time->state;
    if (!time->figure)
        return;
    if (!has_scorecard_figure(time->figure)) {
        row->cells[2] = span_of(wording_figure_short(time->figure->absence));
        page_cell(table, row, 2)->is_soft = true;
        return;
    }
    row->cells[2] = range(arena, time->figure->low, time->figure->high);
    page_cell(table, row, 2)->range =
        profile_chart_range(arena, time->figure, WORDING_INTERVIEWER);
    row->cells[3] = page_number(arena, time->figure->r, 2);
    if (!time->change)
        return;
    row->cells[4] = figure_words(time->change);
    if (time->change->word != CHANGE_UNKNOWN)
        page_remark(table, row, moved(arena, time->change));
}

void checkin_page_holds(struct page *page, const struct checkin_page_time *times,
                        size_t count)
{
    const struct page_column columns[] = {{W("Session"), 0},
                                          {W("Day"), 0},
                                          {W("Resonance, as a range"), 0},
                                          {W("Figure"), 1},
                                          {W("Since they joined"), 0}};
    struct page_section *section =
        page_section(page, PAGE_PLAIN, "holds", W("Does it hold?"));
    struct page_block *table = page_add_table(section, "", columns, 5);
    for (size_t i = 0; i < count; i++)
        time_add(table, &times[i]);
    page_add_text(section,
                  WS("Each time with the same lines, and beside the same description of "
                     "us. A change counts as sure when its range does not hold 0."));
}

static const char *anchor_of(int month)
{
    return month == checkin_months[0]   ? "moved-first"
           : month == checkin_months[1] ? "moved-second"
                                        : "moved-third";
}

void checkin_page_topics(struct page *page, const struct checkin_change *change)
{
    const struct page_column columns[] = {{W("Topic"), 0},
                                          {W("Before"), 1},
                                          {W("Now"), 1},
                                          {W("Change and range"), 0},
                                          {W("In words"), 0}};
    struct arena *arena = page->arena;
    struct page_section *section = page_section(
        page, PAGE_PLAIN, anchor_of(change->month),
        span_format(arena, W("What has moved after %d months"), change->month).data);
    if (!change->topic_count) {
        page_add_text(section,
                      WS("Single topics are not compared: the choices of one of the two "
                         "sessions agree too little with each other. That also happens "
                         "when one reads in a second language or is tired."));
        return;
    }
    struct page_block *table = page_add_table(section, "", columns, 5);
    for (size_t i = 0; i < change->topic_count; i++) {
        const struct checkin_topic *topic = &change->topics[i];
        struct page_row *row = page_row(table, SPAN(""));
        row->cells[0] = topic->name;
        row->cells[1] = page_number(arena, topic->before, 2);
        row->cells[2] = page_number(arena, topic->after, 2);
        row->cells[3] = topic->change.word == CHANGE_UNKNOWN
                            ? SPAN("–")
                            : moved(arena, &topic->change);
        row->cells[4] = span_of(checkin_change_words(topic->change.word));
        page_cell(table, row, 4)->is_soft = topic->change.word <= CHANGE_UNCLEAR;
    }
    page_add_text(
        section, WS("From −1 to 1: how often it was chosen as most, less how often as "
                    "least. A topic has moved when the change is beyond chance at 95 per "
                    "cent, with all topics looked at together; not clear means that it "
                    "may have stayed where it was."));
}

static void voice_add(struct page_section *section, struct span date,
                      const struct checkin_voice *voice)
{
    struct arena *arena = section->arena;
    if (voice->words.count)
        page_add_quote(section, date, voice->words, SPAN(""));
    else
        page_add_missing(section, date, W("Nothing was written."));
    if (voice->sure.count)
        page_add_note(section,
                      span_format(arena, W("How sure: %.*s"), SPAN_ARGS(voice->sure)));
}

void checkin_page_voices(struct page *page, enum page_look look, struct span date,
                         const struct checkin_voice *voice,
                         const struct checkin_change *changes, size_t count)
{
    struct page_section *section =
        page_section(page, look, "think", W("“How I think I can contribute”"));
    voice_add(section, date, voice);
    section = page_section(page, look, "know", W("“How I know I contribute”"));
    if (!count)
        page_add_text(section, WS("They have not come to a check-in yet."));
    for (size_t i = 0; i < count; i++)
        voice_add(section,
                  span_format(section->arena, W("After %d months, %.*s"),
                              changes[i].month, SPAN_ARGS(changes[i].date)),
                  &changes[i].voice);
}
