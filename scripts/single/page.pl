#!/usr/bin/perl
# page.pl PACKED PROGRAM : the page that holds everything, on standard output. PACKED is what xz made of the program,
# which the page and its workers all run. What wasm-bindgen made for it is beside it.
use strict;
use warnings;
use Digest::SHA 'sha256_base64';
use MIME::Base64 'encode_base64';
use FindBin;
use lib "$FindBin::Bin/../split";
use Wasm;

my ($packed, $program) = @ARGV;
my %workers = (worker => 'worker', book => 'book-worker');

# A script that came in a file of its own, for within another.
sub inlined {
    my ($text) = @_;
    $text =~ s{^ *//.*\n}{}gm;
    $text =~ s/^export (?=(?:async )?(?:function|class)\b)//gm;
    return $text;
}

# What wasm-bindgen made for the program, as a function that gives the names it exports.
sub glue {
    my ($module) = @_;
    (my $path = $module) =~ s/_bg\.wasm$/.js/;
    my $script = read_file($path);
    die "$path imports from another file, which one file cannot\n" if $script =~ /^import /m;
    my @names = $script =~ /^export (?:async )?(?:function|class) (\w+)/gm;
    $script =~ s/^export \{[^}]*__wbg_init as default[^}]*\};?\n//m or die "$path does not export as expected\n";
    # Where the program would be fetched from if it were not handed over; no word for a script that is no module.
    $script =~ s/\bimport\.meta\.url\b/undefined/g;
    my $body = inlined($script);
    return "(Worker) => {\n${body}return { init: __wbg_init" . join('', map { ", $_" } @names) . " };\n}";
}

# The script of a worker without the program, which the page hands to it, and without what wasm-bindgen made, which the
# page puts in from its own script. No module, since Chromium starts none for a page opened from a file.
sub worker {
    my ($script) = @_;
    my $text = inlined(read_file("www/$script.js"));
    $text =~ s/^import init, \{ ([^}]*) \} from ".*";\n//m or die "www/$script.js does not import as expected\n";
    my $names = $1;
    $text =~ s/new URL\("\.\/\w+_bg\.wasm", import\.meta\.url\)/await handed/
        or die "www/$script.js does not name its program as expected\n";
    return '"use strict";' . "\n"
        . 'const handed = new Promise((take) => addEventListener("message", ({ data }) => take(data), { once: true }));'
        . "\nconst { init, $names } = GLUE;\n(async () => {\n$text})();\n";
}

# Text of a script as it may stand in a page.
sub held {
    my ($attributes, $text) = @_;
    die "a script would end the element it stands in\n" if $text =~ /<\/script|<!--/i;
    return "<script $attributes>$text</script>\n";
}

my $start = 'const glue = ' . glue($program) . ";\nconst startApp = glue(OwnWorker).init;\n";
my $held = join '', map { held("type=\"text/plain\" id=\"$_\" data-worker", worker($workers{$_})) } sort keys %workers;
my $bytes = read_file($packed);
my $length = length $bytes;
my $size = -s $program;
$held .= held("type=\"text/plain\" id=\"program\" data-size=\"$size\" data-length=\"$length\"", encode_base64($bytes, ''));

my $script = "\n" . join '', map { inlined($_) } read_file('www/single/unpack.js'), read_file('www/single/start.js'), $start,
    read_file('www/boot.js');
my $style = read_file('target/packed/styles.css') . join '', map { read_file($_) } sort glob 'target/single/*.css';
my $icon = encode_base64(read_file('www/icons/icon.svg'), '');
my ($script_hash, $style_hash) = map { my $hash = sha256_base64($_); $hash .= '=' while length($hash) % 4; $hash } $script, $style;
my $policy = "default-src 'none'; script-src 'sha256-$script_hash' 'wasm-unsafe-eval'; worker-src blob:; "
    . "style-src 'sha256-$style_hash'; img-src data:; base-uri 'none'; form-action 'none'";

my $page = read_file('index.html');
$page =~ s/<!--.*?-->\n?//gs;
$page =~ s/(http-equiv="Content-Security-Policy" content=")[^"]*/$1$policy/ or die "index.html has no policy\n";
$page =~ s/^<(?:link|script) (?:data-trunk|rel="manifest") .*\n//gm;
my $head = "<link rel=\"icon\" href=\"data:image/svg+xml;base64,$icon\">\n<style>$style</style>\n"
    . held('type="module" blocking="render"', $script);
$page =~ s{^(?=</head>)}{$head}m or die "index.html has no head\n";
$page =~ s{^(?=</body>)}{$held}m or die "index.html has no body\n";
binmode STDOUT;
print $page;
