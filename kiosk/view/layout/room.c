#include "view/layout/room.h"

#include <math.h>

static const double gap_least_mm = 2.6, share_left = 0.5;

bool is_room_at(const struct room *room, enum room_rung rung)
{
    return room->rung >= rung;
}

bool room_tighten(struct room *room, unsigned letters_most, bool is_letters_first)
{
    if (is_letters_first && room->rung == ROOM_BARE &&
        room->letters_less < letters_most) {
        room->letters_less++;
        room->rung = ROOM_BESIDE;
        return true;
    }
    if (room->rung + 1 < ROOM_COUNT) {
        room->rung++;
        return true;
    }
    if (room->letters_less >= letters_most)
        return false;
    room->letters_less++;
    room->rung = ROOM_BESIDE;
    return true;
}

double room_gap_mm(const struct room *room, double mm)
{
    if (!is_room_at(room, ROOM_CLOSE))
        return mm;
    return fmin(mm, fmax(gap_least_mm, mm * share_left));
}

double room_edge_mm(const struct room *room, double mm)
{
    return is_room_at(room, ROOM_CLOSE) ? mm * share_left : mm;
}

double room_side_mm(const struct room *room, double mm)
{
    return is_room_at(room, ROOM_COLUMNS) ? mm * share_left : mm;
}
