#include "app/terminal/doctor_page.h"

#include "base/buffer.h"
#include "base/json/canonical.h"
#include "base/must.h"

enum { PAGE_BYTES_MAX = 256 * 1024 };

static const char *const states[] = {"ok", "note", "wrong"};
static const char *const shown[] = {"ok   ", "note ", "WRONG"};

void doctor_page_begin(struct arena *arena, struct doctor_page *page)
{
    *page = (struct doctor_page){
        .arena = arena, .waiting_count = -1, .session_count = -1, .free_bytes = -1};
}

void doctor_page_add(struct doctor_page *page, enum doctor_state state, const char *what,
                     struct span words)
{
    must(page->count < DOCTOR_LINES_MAX);
    page->lines[page->count++] =
        (struct doctor_line){state, what, span_copy(page->arena, words)};
    page->wrong_count += state == DOCTOR_WRONG;
}

struct span doctor_page_text(const struct doctor_page *page)
{
    struct buffer text = buffer_init(page->arena, PAGE_BYTES_MAX);
    for (size_t i = 0; i < page->count; i++) {
        const struct doctor_line *line = &page->lines[i];
        buffer_format(&text, "%s %s%s%.*s\n", shown[line->state], line->what,
                      line->words.count ? ": " : "", SPAN_ARGS(line->words));
    }
    if (page->organization.count)
        buffer_format(&text, "      organization: %.*s\n", SPAN_ARGS(page->organization));
    return buffer_span(&text);
}

static void count_put(struct canonical *c, const char *key, int64_t count)
{
    if (count >= 0)
        canonical_whole(c, key, count);
    else
        canonical_null(c, key);
}

struct span doctor_page_json(const struct doctor_page *page)
{
    struct canonical c = canonical_begin(page->arena);
    canonical_object(&c, NULL);
    canonical_list(&c, "checks");
    for (size_t i = 0; i < page->count; i++) {
        canonical_object(&c, NULL);
        canonical_text(&c, "check", span_of(page->lines[i].what));
        canonical_text(&c, "state", span_of(states[page->lines[i].state]));
        canonical_text(&c, "words", page->lines[i].words);
        canonical_end(&c);
    }
    canonical_end(&c);
    count_put(&c, "free_bytes", page->free_bytes);
    canonical_text(&c, "organization", page->organization);
    canonical_flag(&c, "ready", !page->wrong_count);
    count_put(&c, "sessions", page->session_count);
    count_put(&c, "uncollected", page->waiting_count);
    canonical_text(&c, "version", SPAN(RESONANCE_VERSION));
    canonical_end(&c);
    return canonical_bytes(&c);
}

static void figure(struct buffer *text, const char *name, const char *help, int64_t value)
{
    if (value >= 0)
        buffer_format(
            text,
            "# HELP resonance_%s %s\n# TYPE resonance_%s gauge\nresonance_%s %lld\n",
            name, help, name, name, (long long)value);
}

struct span doctor_page_metrics(const struct doctor_page *page)
{
    struct buffer text = buffer_init(page->arena, PAGE_BYTES_MAX);
    figure(&text, "ready", "1 when no check of the terminal is wrong.",
           !page->wrong_count);
    figure(&text, "uncollected_results", "Sealed results that the desk has not received.",
           page->waiting_count);
    figure(&text, "waiting_sessions",
           "Sessions that were begun and wait for their person.", page->session_count);
    figure(&text, "free_bytes", "Free room where the sealed results lie.",
           page->free_bytes);
    buffer_text(&text,
                "# HELP resonance_check 1 when this check is ok or a note, 0 when it "
                "is wrong.\n# TYPE resonance_check gauge\n");
    for (size_t i = 0; i < page->count; i++)
        buffer_format(&text, "resonance_check{check=\"%s\"} %d\n", page->lines[i].what,
                      page->lines[i].state != DOCTOR_WRONG);
    buffer_text(&text,
                "# HELP resonance_info Which program this is.\n# TYPE resonance_info "
                "gauge\nresonance_info{version=\"" RESONANCE_VERSION "\"} 1\n");
    return buffer_span(&text);
}
