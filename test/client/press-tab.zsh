# press-tab.zsh SETUP LINE: what a zsh at a terminal offers for LINE, and what a Tab makes of it.
zmodload zsh/zpty
zpty inner zsh -f -i
until-said() {
  local all='' chunk
  while [[ $all != *$1* ]] && zpty -r inner chunk; do all+=$chunk; done
  print -rn -- $all
}
zpty -w inner "PROMPT=; unsetopt zle_bracketed_paste; setopt no_list_ambiguous; $1"
zpty -w inner 'compadd() {
  local -a hits
  builtin compadd -A hits "$@"
  (( $#hits )) && print -rl -- "OFFERED:"${^hits}:
  builtin compadd "$@"
}
show-line() { print -r -- "LINE:$BUFFER:END"; }
zle -N show-line; bindkey "^X^X" show-line; print READY:$((1 + 1))'
until-said READY:2 > /dev/null
zpty -w -n inner "$2"$'\t\C-x\C-x'
until-said :END
zpty -d inner
