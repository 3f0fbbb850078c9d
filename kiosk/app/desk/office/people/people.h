/* people: who answered, in the order in which they came, with what lists tell of each: never more
 * than the figure with its range, and who cannot be told apart from whom.
 *
 *   archive -> batch -> rows -> people_settle: handles, cards used twice, groups -> list, page
 *
 * Rows hold what was sealed; they lie in guarded memory of their own until people_close. */
#ifndef APP_DESK_OFFICE_PEOPLE_PEOPLE_H
#define APP_DESK_OFFICE_PEOPLE_PEOPLE_H

#include "app/desk/office/result.h"
#include "setup/vacancy.h"

enum {
    PEOPLE_LETTERS_MAX =
        8, /* groups of a vacancy: with more, letters hide more than they tell */
    PEOPLE_TOPICS_MAX = 2, /* topics of a person that a list names */
};

struct people_row {
    unsigned char record_id[CHAIN_ID_BYTES];
    int64_t place; /* in order of arrival, among all results; from 1 */
    int64_t invite;
    int64_t time_s; /* it was answered */
    struct span handle, long_handle, date, vacancy;
    struct span title; /* of the vacancy, as the record says it */
    struct figure figure;
    double z, variance;             /* of the figure on the scale where errors are even */
    bool is_shown;                  /* it has a figure */
    bool is_read;                   /* opened here before: people_mark_read */
    bool has_interview, is_decided; /* people_progress.h */
    size_t group;                   /* the same for the same vacancy */
    uint32_t letters; /* bit 0: group "a" of the vacancy, and so on; people_letters */
    struct span topics[PEOPLE_TOPICS_MAX]; /* that surely stand out; ids */
    size_t topic_count;
    /* the first sitting with this number, which is the one that counts; NULL: this one is */
    const struct people_row *sat_before;
};

/* What the figures of one vacancy say of each other. */
struct people_group {
    size_t figure_count, pair_count;
    size_t apart_count; /* pairs that can be told apart */
    bool has_letters;   /* else there are more groups than letters */
};

struct people {
    struct arena arena;      /* guarded; the rows */
    struct people_row *rows; /* in order of arrival */
    struct people_row **by_handle;
    size_t count, closed_count;
    /* Check-ins of people who were hired, for how long they are kept alone: no list has them. */
    struct people_row *checkins;
    size_t checkin_count;
    size_t gone_count, locked_count; /* without content; locked away (ends.h) */
    struct people_group *groups;     /* by people_row.group, after people_letters */
    size_t group_count;
};

/* people_read(reader, vacancy, people), people_close(people):
 * The candidates' results of `vacancy` (empty: of all), which `reader` opens; what cannot be opened
 * is told to the listener of the office and counted. people_close wipes; harmless on a zeroed one.
 */
must_check enum status people_read(struct result_reader *reader, struct span vacancy,
                                   struct people *people);
void people_close(struct people *people);

/* people_find(people, typed, out_index): the one row whose handle begins with `typed`, as
 * handle_matches has it, found without looking at all; false when there is none, or more. */
bool people_find(const struct people *people, struct span typed, size_t *out_index);

/* is_people_pair(a, b): two people with figures of the same vacancy whom their sessions do not tell
 * apart. */
bool is_people_pair(const struct people_row *a, const struct people_row *b);

/* people_letters(people): gives the rows of each vacancy the letters of their groups: those who
 * share one cannot be told apart, and who cannot be told apart share one. Letters go by arrival,
 * never by figure. A vacancy with more than PEOPLE_LETTERS_MAX groups gets none. Counts its
 * pairs. */
void people_letters(struct people *people);

/* people_mark_read(people, handle): somebody has opened this one. */
void people_mark_read(struct people *people, struct span handle);

#endif
