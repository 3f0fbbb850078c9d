/* sheet_held: whether the recovery sheet of a founding is held by anybody. A page shows it once,
 * and who founds may lose that page before it is printed: until somebody says that they hold it, a
 * file in the folder, which is founded with it, says that this is open. A sheet that goes to a file
 * or to the screen of a command needs none. */
#ifndef APP_DESK_OFFICE_SHEET_SHEET_HELD_H
#define APP_DESK_OFFICE_SHEET_SHEET_HELD_H

#include "app/desk/office/office.h"

/* The file, and what stands in it for whoever opens it. */
#define SHEET_HELD_FILE "sheet.waits"
#define SHEET_HELD_TEXT "Nobody has said yet that the recovery sheet is printed.\n"

/* is_sheet_held_open(office): nobody has said so yet. sheet_held_end(office): somebody holds it, or
 * another sheet took its place; OK, too, where nothing was open. Fails as unlink does. */
bool is_sheet_held_open(struct office *office);
must_check enum status sheet_held_end(struct office *office);

#endif
