#include "app/desk/office/people/people_match.h"

#include "profile/profile_name.h"

static bool has_word(struct span text, struct span word)
{
    for (size_t i = 0; i + word.count <= text.count; i++)
        if (is_span_alike(span_cut(text, i, word.count), word))
            return true;
    return false;
}

bool is_people_match(const struct people_match *match, const struct people_row *row,
                     struct span title)
{
    const struct span find = match->find;
    int64_t card;
    if (!find.count || has_word(row->handle, find) || has_word(row->long_handle, find))
        return true;
    if (match->is_by_vacancy && (has_word(title, find) || has_word(row->vacancy, find)))
        return true;
    if (span_to_integer(find, &card))
        return row->invite == card;
    for (size_t i = 0; match->values && i < row->topic_count; i++)
        if (has_word(profile_name(match->values, match->language, row->topics[i]), find))
            return true;
    return false;
}
