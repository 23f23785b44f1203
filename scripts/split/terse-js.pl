#!/usr/bin/perl
# terse-js.pl SCRIPT : takes out of the script that wasm-bindgen makes what this page never uses: ways to start that
# boot.js does not take, and how a panic would describe every kind of object. Nobody reads its comments and indents.
use strict;
use warnings;
use FindBin;
use lib $FindBin::Bin;
use Wasm;

my ($path) = @ARGV;
my $script = read_file($path);

# Gives a function of the script another text.
sub function_is {
    my ($name, $text) = @_;
    $script =~ s/^(?:async )?function \Q$name\E\(.*?^\}\n/$text/ms
        or die "there is no function $name in the script as expected; was wasm-bindgen updated?\n";
}
function_is('debugString', "function debugString(val) {\nreturn String(val);\n}\n");
# For the pieces, which come when the program runs.
function_is('initSync', "function initSync() {\nreturn wasm;\n}\n");
function_is('__wbg_load', '');
# A host may serve WebAssembly under another type; only under its own does a browser compile it as it comes.
function_is('__wbg_init', <<'TEXT');
async function __wbg_init({module_or_path}) {
const response = await fetch(module_or_path);
if (!response.ok) throw new Error(`${module_or_path}: ${response.status}`);
const imports = __wbg_get_imports();
const { instance, module } = await (response.headers.get("Content-Type") === "application/wasm"
? WebAssembly.instantiateStreaming(response, imports)
: WebAssembly.instantiate(await response.arrayBuffer(), imports));
return __wbg_finalize_init(instance, module);
}
TEXT

$script =~ s/^ +//gm;
$script =~ s{^//.*\n}{}gm;
$script =~ s/^\n//gm;
write_file($path, $script);
