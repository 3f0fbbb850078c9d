#include "store/terminal/gaps_page.h"

#include <stddef.h>

enum { LEAF_HEADER_BYTES = 8, INNER_HEADER_BYTES = 12, NUMBER_BYTES = 4 };
enum { VARINT_MAX_BYTES = 9, CELL_MIN_BYTES = 4 };

/* The first byte of a page. */
enum page_kind { INNER_INDEX = 2, INNER_TABLE = 5, LEAF_INDEX = 10, LEAF_TABLE = 13 };

static uint32_t number_at(const unsigned char *bytes, int count)
{
    uint32_t number = 0;
    for (int i = 0; i < count; i++)
        number = number << 8 | bytes[i];
    return number;
}

/* SQLite's own: seven bits in each byte but the ninth. Moves `at`; behind the page it is 0. */
static uint64_t varint(const struct gaps_page *page, uint32_t *at)
{
    uint64_t number = 0;
    for (int i = 0; i < VARINT_MAX_BYTES && *at < GAPS_PAGE_BYTES; i++) {
        const unsigned char byte = page->bytes[(*at)++];
        if (i == VARINT_MAX_BYTES - 1)
            return number << 8 | byte;
        number = number << 7 | (byte & 0x7F);
        if (!(byte & 0x80))
            return number;
    }
    return 0;
}

/* How much of so large a row stands in its cell; what is more, and where, stands behind it. */
static uint64_t local_bytes(const struct gaps_page *page, uint64_t row_bytes)
{
    const uint64_t all = GAPS_PAGE_BYTES, least = (all - 12) * 32 / 255 - 23,
                   most = page->is_index ? (all - 12) * 64 / 255 - 23 : all - 35;
    if (row_bytes <= most)
        return row_bytes;
    const uint64_t rest = least + (row_bytes - least) % (all - NUMBER_BYTES);
    return (rest <= most ? rest : least) + NUMBER_BYTES;
}

static uint64_t cell_bytes(const struct gaps_page *page, uint32_t begin)
{
    uint32_t at = begin + (page->is_inner ? (uint32_t)NUMBER_BYTES : 0);
    const uint64_t first = varint(page, &at);
    uint64_t bytes = 0;
    if (page->is_index || !page->is_inner)
        bytes = local_bytes(page, first);
    if (!page->is_index && !page->is_inner)
        (void)varint(page, &at); /* the number of the row */
    bytes += at - begin;
    return bytes > CELL_MIN_BYTES ? bytes : CELL_MIN_BYTES;
}

static uint32_t cell_at(const struct gaps_page *page, uint32_t at)
{
    return number_at(page->bytes + page->pointers + 2 * at, 2);
}

static bool are_cells_inside(const struct gaps_page *page, uint64_t *bytes)
{
    for (uint32_t i = 0; i < page->cell_count; i++) {
        const uint32_t begin = cell_at(page, i);
        if (begin < page->gap_end || begin + CELL_MIN_BYTES > GAPS_PAGE_BYTES)
            return false;
        const uint64_t count = cell_bytes(page, begin);
        if (count > GAPS_PAGE_BYTES - begin)
            return false;
        *bytes += count;
    }
    return true;
}

static bool are_blocks_inside(const struct gaps_page *page, uint64_t *bytes)
{
    uint32_t end = page->gap_end, next = 0;
    for (uint32_t at = page->first_block; at; at = next) {
        if (at < end || !is_gaps_page_block(page, at, &end, &next))
            return false;
        *bytes += end - at;
    }
    return true;
}

bool is_gaps_page_block(const struct gaps_page *page, uint32_t at, uint32_t *out_end,
                        uint32_t *out_next)
{
    if (at + GAPS_PAGE_BLOCK_HEAD_BYTES > GAPS_PAGE_BYTES)
        return false;
    const uint32_t count = number_at(page->bytes + at + 2, 2);
    *out_next = number_at(page->bytes + at, 2);
    *out_end = at + count;
    return count >= GAPS_PAGE_BLOCK_HEAD_BYTES && *out_end <= GAPS_PAGE_BYTES;
}

uint32_t gaps_page_below(const struct gaps_page *page, uint32_t at)
{
    const size_t place =
        at < page->cell_count ? cell_at(page, at) : (size_t)LEAF_HEADER_BYTES;
    return number_at(page->bytes + place, NUMBER_BYTES);
}

bool is_gaps_page(const unsigned char *bytes, struct gaps_page *out_page)
{
    const unsigned kind = bytes[0];
    struct gaps_page page = {
        .bytes = bytes,
        .is_inner = kind == INNER_INDEX || kind == INNER_TABLE,
        .is_index = kind == INNER_INDEX || kind == LEAF_INDEX,
        .first_block = number_at(bytes + 1, 2),
        .cell_count = number_at(bytes + 3, 2),
        .gap_end = number_at(bytes + 5, 2),
    };
    uint64_t taken = bytes[7]; /* pieces too small for a chain */
    page.pointers = page.is_inner ? INNER_HEADER_BYTES : LEAF_HEADER_BYTES;
    page.gap_begin = page.pointers + 2 * page.cell_count;
    if ((!page.is_inner && kind != LEAF_INDEX && kind != LEAF_TABLE) ||
        page.gap_begin > page.gap_end || page.gap_end > GAPS_PAGE_BYTES ||
        !are_cells_inside(&page, &taken) || !are_blocks_inside(&page, &taken) ||
        taken != GAPS_PAGE_BYTES - page.gap_end)
        return false;
    *out_page = page;
    return true;
}
