import type { Command } from 'commander';
import type { ClientDeps } from '../client-deps.js';
import { completeWords, knownTo } from '../complete-words.js';
import { mistake } from '../mistake.js';

/** Both ask the program itself, so that they never grow old; where it knows nothing, files are completed. */
const scripts: Readonly<Record<string, string>> = {
  bash: `_shuangyue() {
  local IFS=$'\\n'
  COMPREPLY=($(shuangyue complete-words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _shuangyue shuangyue`,
  // Sourced, before or after compinit, or kept as _shuangyue in a folder of fpath, where its first call is a completion.
  zsh: `#compdef shuangyue
_shuangyue() {
  emulate -L zsh
  local -a found
  found=("\${(@f)$(shuangyue complete-words -- "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null)}")
  if [[ -n "$found" ]]; then compadd -- $found; else _files; fi
}
if [[ "\${funcstack[1]}" == _shuangyue ]]; then
  _shuangyue "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit; }
  compdef _shuangyue shuangyue
fi`,
};

/** `completion bash|zsh`: the script that a shell sources; `complete-words` is what it calls. */
export function addCompletion(program: Command, deps: ClientDeps): void {
  const { words, terminal } = deps;
  program
    .command('completion')
    .description(words.help.completion)
    .argument('<shell>', words.help.shell)
    .action((shell: string) => {
      const script = scripts[shell];
      if (script === undefined) throw mistake(words.badShell(shell));
      terminal.print(script);
    });
  program
    .command('complete-words', { hidden: true })
    .argument('[words...]')
    .action(async (given: readonly string[]) => {
      const found = await completeWords(program, given, knownTo(deps.board));
      if (found.length > 0) terminal.print(found.join('\n'));
    });
}
