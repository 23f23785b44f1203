#!/usr/bin/perl
# offline.pl FOLDER [none] : makes FOLDER, a build that is ready to be served, work offline. Writes its sw.js, with the
# address and the hash of every file that a visit may need, and names the build in its page. With `none` the page gets
# no service worker, and whoever has one from an earlier build loses it.
use strict;
use warnings;
use Digest::SHA qw(sha256_base64 sha256_hex);
use FindBin;
use lib $FindBin::Bin;
use Wasm;

my ($folder, $none) = @ARGV;
my $source = "$FindBin::Bin/../../www/offline";
my $page = read_file("$folder/index.html");

# Nobody reads the comments there, but the one that tells a host what to raise.
sub terse {
    my ($text) = @_;
    $text =~ s{^ *//(?! To be raised).*\n}{}gm;
    return $text;
}

if ($none) {
    write_file("$folder/sw.js", terse(read_file("$source/none.js")));
    exit;
}

my $script = terse(read_file("$source/offline.js"));
my $name = 'offline-' . substr(sha256_hex($script), 0, 16) . '.js';
write_file("$folder/$name", $script);
$page =~ s/<meta name="(?:build|sw|offline-js)"[^>]*>//g;

# What the page and its workers put behind a name that has no hash in it, such as api.js?0123456789abcdef.
my %behind;
for my $path (glob "$folder/*.js") {
    my $text = read_file($path);
    $behind{$1}{$2} = 1 while $text =~ m{"\./([\w.]+)\?([0-9a-f]{16})"}g;
}

my %files;
for my $path (glob("$folder/*"), glob("$folder/cases/*"), glob("$folder/icons/*")) {
    next unless -f $path;
    my $address = substr($path, length($folder) + 1);
    # The page has no hash of its own, and what a host may change is not of the build.
    next if $address =~ m{^(?:index\.html|sw\.js|config\.json|cases/index\.json)$|\.d\.ts$|\.(?:br|gz)$};
    my $hash = sha256_base64(read_file($path));
    $hash .= '=' while length($hash) % 4;
    $files{"./$address$_"} = "sha256-$hash" for $behind{$address} ? map { "?$_" } keys %{ $behind{$address} } : '';
}

my $worker = terse(read_file("$source/sw.js"));
my $list = join ",\n", map { "\"$_\": \"$files{$_}\"" } sort keys %files;
my $build = substr(sha256_hex("$list$page$worker"), 0, 16);
write_file("$folder/sw.js", "const BUILD = \"$build\";\nconst FILES = {\n$list\n};\n$worker");

my $metas = "<meta name=\"build\" content=\"$build\"><meta name=\"sw\" content=\"./sw.js\"><meta name=\"offline-js\" content=\"./$name\">";
$page =~ s{(?=<meta name="?app-js"?)}{$metas} or die "$folder/index.html does not name the app's script as expected\n";
write_file("$folder/index.html", $page);
