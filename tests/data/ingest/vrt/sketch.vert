<?xml version="1.0" encoding="UTF-8"?>
<doc id="sk1" title="Le quai &amp; la grue" journal="Le Desk" date="2025-04-08" lang="fr">
<p>
<s>
L'	DET	le
<g/>
ouvrier	NOM	ouvrier
attend	VER	attendre
<g/>
.	SENT	.
</s>
<s>
R&amp;D	NOM	R&amp;D
reprend	VER	reprendre
<g/>
.	SENT	.
</s>
</p>
<p>
<s>
Fin	NOM	fin
</s>
</p>
</doc>
<doc id="sk2" title="ميناء الناظور" journal="هسبريس" date="2025-04-09" lang="ar">
<p>
<s>
عادت	V	عاد
الرافعات	N	رافعة
<g/>
.	PUNC	.
</s>
</p>
</doc>
