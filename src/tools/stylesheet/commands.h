/* commands.h - the commands of samspil-stylesheet; what each does says its usage in tools/stylesheet.c. */
#ifndef SAMSPIL_TOOLS_STYLESHEET_COMMANDS_H
#define SAMSPIL_TOOLS_STYLESHEET_COMMANDS_H

#include "tools/stylesheet/tool.h"

enum status activate_run(struct tool *tool);
enum status check_run(struct tool *tool);
enum status list_run(struct tool *tool);
enum status pull_run(struct tool *tool);
enum status push_run(struct tool *tool);
enum status rehearse_run(struct tool *tool);
enum status rollback_run(struct tool *tool);

#endif
