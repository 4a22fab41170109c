<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="ja">
<context>
    <name>AnnexButton</name>
    <message>
        <source>文章をコピー</source>
        <translation>Copy as text</translation>
    </message>
    <message>
        <source>Word で保存</source>
        <translation>Save for Word</translation>
    </message>
    <message>
        <source>Excel で保存</source>
        <translation>Save for Excel</translation>
    </message>
    <message>
        <source>見積の別紙を保存</source>
        <translation>Save annex</translation>
    </message>
    <message>
        <source>見積の別紙_{name}</source>
        <translation>Annex_{name}</translation>
    </message>
</context>
<context>
    <name>ArchivePage</name>
    <message>
        <source>台帳</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>ファイルを確かめる</source>
        <translation>Check a file</translation>
    </message>
    <message>
        <source>取引先・機種・製造番号・文書番号</source>
        <translation>Customer, model, serial or document number</translation>
    </message>
    <message>
        <source>台帳をさがす</source>
        <translation>Search the archive</translation>
    </message>
    <message>
        <source>封緘した記録</source>
        <translation>Sealed records</translation>
    </message>
    <message>
        <source>文書番号</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>年月日</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>取引先・主な機器</source>
        <translation>Customer and main devices</translation>
    </message>
    <message>
        <source>金額（円）</source>
        <translation>Amount (yen)</translation>
    </message>
    <message>
        <source>署名</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>状態</source>
        <translation>State</translation>
    </message>
    <message>
        <source>すべて</source>
        <translation>All</translation>
    </message>
    <message>
        <source>未署名</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>{count}件・合計 {total}</source>
        <translation>Records: {count}, total {total}</translation>
    </message>
    <message>
        <source>{count}件が時刻証明を待っています。</source>
        <translation>{count} records await a timestamp.</translation>
    </message>
    <message>
        <source>時刻証明を受け取る</source>
        <translation>Fetch timestamps</translation>
    </message>
    <message>
        <source>時刻証明を{count}件付けました。</source>
        <translation>{count} timestamps were added.</translation>
    </message>
    <message>
        <source>この条件の記録はありません。条件を消すか、言葉を短くします。</source>
        <translation>No record fits these filters. Clear a filter or shorten the words.</translation>
    </message>
    <message>
        <source>封緘した記録はまだありません。告知を封緘すると、ここに残ります。</source>
        <translation>No sealed records yet. Once you seal a disclosure, it stays here.</translation>
    </message>
    <message>
        <source>訂正済み</source>
        <translation>Superseded</translation>
    </message>
    <message>
        <source>訂正版 {number}</source>
        <translation>Revision {number}</translation>
    </message>
    <message>
        <source>記載なし</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>「{file}」に保存しました。</source>
        <translation>Saved as “{file}”.</translation>
    </message>
    <message>
        <source>別紙の文章をコピーしました。見積書に貼り付けます。</source>
        <translation>The text of the annex was copied. Paste it into the quotation.</translation>
    </message>
</context>
<context>
    <name>CandidatesPane</name>
    <message>
        <source>{number}行目</source>
        <translation>Line {number}</translation>
    </message>
    <message>
        <source>どの製品ですか</source>
        <translation>Which product is it?</translation>
    </message>
    <message>
        <source>新しい行</source>
        <translation>New line</translation>
    </message>
    <message>
        <source>製品を加える</source>
        <translation>Add a product</translation>
    </message>
    <message>
        <source>見積書にない製品を、カタログから加えます。</source>
        <translation>Add a product from the catalogue that is not in the quotation.</translation>
    </message>
    <message>
        <source>見積書の「{stated}」は、カタログにありません。近い製品を {count}件 見つけました。</source>
        <translation>“{stated}” in the quotation is not in the catalogue. Near products found: {count}.</translation>
    </message>
    <message>
        <source>見積書の「{stated}」は、カタログにありません。近い製品も見つかりません。</source>
        <translation>“{stated}” in the quotation is not in the catalogue, and no near product was found.</translation>
    </message>
    <message>
        <source>近い</source>
        <translation>Near</translation>
    </message>
    <message>
        <source>最も近い</source>
        <translation>Nearest</translation>
    </message>
    <message>
        <source>型番の前半が同じ</source>
        <translation>Part number begins alike</translation>
    </message>
    <message>
        <source>品名が同じ</source>
        <translation>Same name</translation>
    </message>
    <message>
        <source>「{text}」に合う製品はありません。型番の一部でもさがせます。</source>
        <translation>No product fits “{text}”. Part of a part number will do.</translation>
    </message>
    <message>
        <source>{total}件以上のうち {shown}件。続きは言葉を足すと出ます。</source>
        <translation>{shown} of more than {total}. Add words to see the rest.</translation>
    </message>
    <message>
        <source>{total}件のうち {shown}件。続きは言葉を足すと出ます。</source>
        <translation>{shown} of {total}. Add words to see the rest.</translation>
    </message>
    <message>
        <source>{total}件</source>
        <translation>{total} found</translation>
    </message>
    <message>
        <source>理由を書きます。控えの明細に印刷します。</source>
        <translation>Give the reason. It is printed in the list of devices.</translation>
    </message>
</context>
<context>
    <name>CataloguePage</name>
    <message>
        <source>メーカー・機種・型番・JAN</source>
        <translation>Maker, model, part number or JAN</translation>
    </message>
    <message>
        <source>製品をさがす</source>
        <translation>Search products</translation>
    </message>
    <message>
        <source>見つかった製品</source>
        <translation>Products found</translation>
    </message>
    <message>
        <source>カタログに取り込む</source>
        <translation>Import into the catalogue</translation>
    </message>
    <message>
        <source>読めなかった範囲</source>
        <translation>Ranges not read</translation>
    </message>
    <message>
        <source>近い名前</source>
        <translation>Near names</translation>
    </message>
    <message>
        <source>↑↓ で選ぶ</source>
        <translation>↑↓ to choose</translation>
    </message>
    <message>
        <source>左の一覧から製品を選びます。</source>
        <translation>Choose a product from the list on the left.</translation>
    </message>
    <message>
        <source>読めなかった範囲 {count}</source>
        <translation>Ranges not read {count}</translation>
    </message>
    <message>
        <source>登録 {products}製品・{makers}メーカー</source>
        <translation>Products: {products}, makers: {makers}</translation>
    </message>
    <message>
        <source>全角や小文字でも見つかります</source>
        <translation>Width and case do not matter</translation>
    </message>
    <message>
        <source>{total}件以上のうち {shown}件</source>
        <translation>{shown} of more than {total}</translation>
    </message>
    <message>
        <source>{total}件のうち {shown}件</source>
        <translation>{shown} of {total}</translation>
    </message>
    <message>
        <source>{total}件・全角や小文字でも見つかります</source>
        <translation>{total} found. Width and case do not matter</translation>
    </message>
    <message>
        <source>カタログは空です。メーカーの一覧を取り込むと、ここに並びます。</source>
        <translation>The catalogue is empty. Import a maker&apos;s list and it appears here.</translation>
    </message>
    <message>
        <source>「{text}」に当たる製品はありません。言葉を短くするか、一覧を取り込みます。</source>
        <translation>No product fits “{text}”. Shorten the words or import a list.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>プログラムの中で想定外のことが起きました</source>
        <translation>Something unexpected happened in the program</translation>
    </message>
    <message>
        <source>入力したものは、その都度保存してあります。下の報告を管理者に渡すと、直す手がかりになります。お客様の情報は入っていません。</source>
        <translation>What you entered was saved as you went. Please give the report below to your administrator; it helps to mend the fault. It holds no customer information.</translation>
    </message>
    <message>
        <source>報告</source>
        <translation>Report</translation>
    </message>
    <message>
        <source>報告をコピー</source>
        <translation>Copy the report</translation>
    </message>
    <message>
        <source>ファイルに保存</source>
        <translation>Save to a file</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>想定外のこと</source>
        <translation>Unexpected fault</translation>
    </message>
    <message>
        <source>「{file}」に保存できません（{reason}）。別の場所を選びます。</source>
        <translation>“{file}” cannot be saved ({reason}). Choose another place.</translation>
    </message>
    <message>
        <source>「{file}」に保存しました。</source>
        <translation>Saved as “{file}”.</translation>
    </message>
    <message>
        <source>写しました。メールなどに貼り付けられます。</source>
        <translation>Copied. You can paste it into an e-mail.</translation>
    </message>
    <message>
        <source>報告を保存</source>
        <translation>Save the report</translation>
    </message>
</context>
<context>
    <name>CustomerPage</name>
    <message>
        <source>{name} 様へのご説明</source>
        <translation>Explanation for {name}</translation>
    </message>
    <message>
        <source>8項目のうち {position}つ目</source>
        <translation>Item {position} of 8</translation>
    </message>
    <message>
        <source>お客様にお聞きします。</source>
        <translation>A question for you:</translation>
    </message>
    <message>
        <source>この説明を受けましたか。署名は最後にいただきます。</source>
        <translation>Has this been explained to you? You sign at the end.</translation>
    </message>
    <message>
        <source>保守契約があるとき</source>
        <translation>With a maintenance contract</translation>
    </message>
    <message>
        <source>保守契約がないとき</source>
        <translation>Without a maintenance contract</translation>
    </message>
    <message>
        <source>{total}つのうち {share}つ を、お客様が行います</source>
        <translation>{share} of {total} are yours to do</translation>
    </message>
    <message>
        <source>ほか {count}件は、お渡しする控えに書いています。</source>
        <translation>The copy you receive lists {count} more.</translation>
    </message>
</context>
<context>
    <name>CustomerStep</name>
    <message>
        <source>{number} の訂正版</source>
        <translation>Revision of {number}</translation>
    </message>
    <message>
        <source>金額は数字で書きます。例：1,848,000</source>
        <translation>Write the amount in figures, such as 1,848,000</translation>
    </message>
    <message>
        <source>日付と時刻で書きます。例：2026-08-07 14:00</source>
        <translation>Write a date and time, such as 2026-08-07 14:00</translation>
    </message>
    <message>
        <source>この日付は読み取れません。例：2026-08-07</source>
        <translation>This date cannot be read. Example: 2026-08-07</translation>
    </message>
</context>
<context>
    <name>CustomerView</name>
    <message>
        <source>お客様へのご説明</source>
        <translation>Explanation for the customer</translation>
    </message>
    <message>
        <source>質問があります</source>
        <translation>I have a question</translation>
    </message>
    <message>
        <source>説明を受けました</source>
        <translation>It was explained to me</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>例：2026-08-07</source>
        <translation>e.g. 2026-08-07</translation>
    </message>
    <message>
        <source>カレンダーから選ぶ（↓）</source>
        <translation>Choose from a calendar (↓)</translation>
    </message>
</context>
<context>
    <name>DraftRow</name>
    <message>
        <source>{explained}/{items} 説明済</source>
        <translation>{explained}/{items} explained</translation>
    </message>
    <message>
        <source>次は {step}</source>
        <translation>Next: {step}</translation>
    </message>
    <message>
        <source>質問 {count}</source>
        <translation>Questions: {count}</translation>
    </message>
</context>
<context>
    <name>DraftStarter</name>
    <message>
        <source>見積書を選ぶ</source>
        <translation>Choose a quotation</translation>
    </message>
    <message>
        <source>見積書（Excel・CSV）</source>
        <translation>Quotations (Excel, CSV)</translation>
    </message>
    <message>
        <source>すべて</source>
        <translation>All</translation>
    </message>
    <message>
        <source>{count}個のファイルが置かれました。見積書は1つずつ読み取ります。</source>
        <translation>Files dropped: {count}. Quotations are read one at a time.</translation>
    </message>
    <message>
        <source>1つだけ置いてください。読み取ると、告知が1件始まります。</source>
        <translation>Drop one of them; it begins one disclosure.</translation>
    </message>
    <message>
        <source>「{file}」はフォルダーです。</source>
        <translation>“{file}” is a folder.</translation>
    </message>
    <message>
        <source>中の見積書（Excel か CSV）を1つ置いてください。</source>
        <translation>Drop one quotation (Excel or CSV) out of it.</translation>
    </message>
    <message>
        <source>Excel か CSV で書き出した見積書を置いてください。</source>
        <translation>Drop the quotation as Excel or CSV.</translation>
    </message>
    <message>
        <source>封緘した控えは、台帳の「ファイルを確かめる」で確かめます。</source>
        <translation> A sealed sheet is checked in the archive, with “Check a file”.</translation>
    </message>
    <message>
        <source>「{file}」は見積書として読み取れません。</source>
        <translation>“{file}” cannot be read as a quotation.</translation>
    </message>
    <message>
        <source>「{file}」に、見直す行が {count}行あります。</source>
        <translation>Rows of “{file}” to look at: {count}.</translation>
    </message>
    <message>
        <source>ほか {count}行</source>
        <translation>{count} more</translation>
    </message>
    <message>
        <source>{place}：{reason}</source>
        <translation>{place}: {reason}</translation>
    </message>
</context>
<context>
    <name>DraftsPage</name>
    <message>
        <source>告知</source>
        <translation>Disclosures</translation>
    </message>
    <message>
        <source>見積書なしで始める</source>
        <translation>Start without a quotation</translation>
    </message>
    <message>
        <source>見積書を選ぶ</source>
        <translation>Choose a quotation</translation>
    </message>
    <message>
        <source>下書き</source>
        <translation>Drafts</translation>
    </message>
    <message>
        <source>下書きはありません。見積書を置くと、ここに並びます。</source>
        <translation>No drafts. Drop a quotation and it appears here.</translation>
    </message>
    <message>
        <source>下書きを捨てる</source>
        <translation>Discard the draft</translation>
    </message>
    <message>
        <source>続きを開く</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>下書き {count}件</source>
        <translation>Drafts: {count}</translation>
    </message>
    <message>
        <source>行を選ぶと、開くことも捨てることもできます。</source>
        <translation>Choose a row to open or discard it.</translation>
    </message>
    <message>
        <source>「{name}」 {moment} に保存</source>
        <translation>“{name}”, saved {moment}</translation>
    </message>
    <message>
        <source>「{name}」の下書きを捨てました。</source>
        <translation>The draft “{name}” was discarded.</translation>
    </message>
    <message>
        <source>30日は元に戻せます。</source>
        <translation>You can undo this for 30 days.</translation>
    </message>
    <message>
        <source>元に戻す</source>
        <translation>Undo</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>見積書をここにドロップ</source>
        <translation>Drop a quotation here</translation>
    </message>
    <message>
        <source>Excel か CSV。明細をカタログと照合し、
合わない行だけ、あなたに確かめます。</source>
        <translation>Excel or CSV. Lines are matched with the
catalogue; you are asked about the rest.</translation>
    </message>
    <message>
        <source>ファイルを選ぶ</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>見積書なしで始める</source>
        <translation>Start without a quotation</translation>
    </message>
    <message>
        <source>見本の見積書で試す</source>
        <translation>Try the sample quotation</translation>
    </message>
    <message>
        <source>離すと読み取ります</source>
        <translation>Let go to read it</translation>
    </message>
    <message>
        <source>読み取っています</source>
        <translation>Reading</translation>
    </message>
    <message>
        <source>「{file}」の明細をカタログと照合しています。</source>
        <translation>Matching the lines of “{file}” with the catalogue.</translation>
    </message>
    <message>
        <source>Excel か CSV を置いてください</source>
        <translation>Drop an Excel or CSV file</translation>
    </message>
    <message>
        <source>置かれたものは、見積書として読み取れません。</source>
        <translation>What you dropped cannot be read as a quotation.</translation>
    </message>
</context>
<context>
    <name>EnglishFields</name>
    <message>
        <source>英語の控えには、次の英語を印刷します。空欄は日本語のまま印刷します。</source>
        <translation>English sheets print these words; where a field is empty, the Japanese ones.</translation>
    </message>
    <message>
        <source>会社名（英語）</source>
        <translation>Company name in English</translation>
    </message>
    <message>
        <source>部署（英語）</source>
        <translation>Department in English</translation>
    </message>
    <message>
        <source>住所（英語）</source>
        <translation>Address in English</translation>
    </message>
    <message>
        <source>窓口の名前（英語）</source>
        <translation>Name of the desk in English</translation>
    </message>
    <message>
        <source>受付時間（英語）</source>
        <translation>Hours in English</translation>
    </message>
</context>
<context>
    <name>FindingPanel</name>
    <message>
        <source>ほかに {count}件の記載があります。</source>
        <translation>There are {count} more statements.</translation>
    </message>
    <message>
        <source>{source}がこの記録を取り下げました（{day}確認）。判定には使いません。</source>
        <translation>{source} withdrew this record (seen {day}). It decides nothing.</translation>
    </message>
    <message>
        <source>直った版</source>
        <translation>Fixed in</translation>
    </message>
    <message>
        <source>悪用</source>
        <translation>Exploited</translation>
    </message>
    <message>
        <source>深刻さ</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>確からしさ</source>
        <translation>Confidence</translation>
    </message>
    <message>
        <source>対処</source>
        <translation>What to do</translation>
    </message>
    <message>
        <source>この系列に修正はありません。ほかの系列で直った版：{versions}</source>
        <translation>No fix in this train. Fixed in other trains: {versions}</translation>
    </message>
    <message>
        <source>修正の予定はないと情報源が述べています。</source>
        <translation>The source says that no fix will come.</translation>
    </message>
    <message>
        <source>情報源に記載がありません。</source>
        <translation>The source does not say.</translation>
    </message>
    <message>
        <source>KEV に登録はありません。悪用がないという意味ではありません。</source>
        <translation>Not listed in KEV. That does not mean that it is not exploited.</translation>
    </message>
    <message>
        <source>攻撃に使われたことが確認されています（KEV {day}掲載）。</source>
        <translation>Known to be used in attacks (KEV, {day}). </translation>
    </message>
    <message>
        <source>ランサムウェアにも使われています。</source>
        <translation>Used by ransomware too. </translation>
    </message>
    <message>
        <source>{source} {score}（CVSS {version}）</source>
        <translation>{source} {score} (CVSS {version})</translation>
    </message>
    <message>
        <source>情報源がこの機種を名指ししています</source>
        <translation>the source names this very model</translation>
    </message>
    <message>
        <source>情報源がこの機種のファームウェアやシリーズを挙げています</source>
        <translation>the source names this model&apos;s firmware or series</translation>
    </message>
    <message>
        <source>名前が同じだけで、メーカーは確かめられません</source>
        <translation>only the name is the same; the maker cannot be confirmed</translation>
    </message>
    <message>
        <source>{word}（{why}）</source>
        <translation>{word} ({why})</translation>
    </message>
    <message>
        <source>情報源どうしの記載が食い違っています</source>
        <translation>The sources contradict each other</translation>
    </message>
    <message>
        <source>情報源の記載</source>
        <translation>What the sources state</translation>
    </message>
    <message>
        <source>範囲の記載なし</source>
        <translation>No range stated</translation>
    </message>
    <message>
        <source>「{stated}」</source>
        <translation>“{stated}”</translation>
    </message>
    <message>
        <source>{person}さんが読み方を確定</source>
        <translation>Reading settled by {person}</translation>
    </message>
    <message>
        <source>{number} のページを開く</source>
        <translation>Open the page of {number}</translation>
    </message>
</context>
<context>
    <name>FindingsBox</name>
    <message>
        <source>脆弱性情報</source>
        <translation>Advisories</translation>
    </message>
    <message>
        <source>版</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>調べる版</source>
        <translation>Version to check</translation>
    </message>
    <message>
        <source>番号・内容でしぼる</source>
        <translation>Number or contents</translation>
    </message>
    <message>
        <source>脆弱性情報をしぼる</source>
        <translation>Narrow the advisories</translation>
    </message>
    <message>
        <source>安全を意味しません。読み取れない記載や、まだ取り込んでいない情報があるかもしれません。</source>
        <translation>This does not mean safe: there may be statements that cannot be read, or information not imported yet.</translation>
    </message>
    <message>
        <source>この系列で、該当する情報が見つからない最も古い版：{version}</source>
        <translation>Lowest version of this train that no known advisory affects: {version}</translation>
    </message>
    <message>
        <source>この系列で、該当する情報が見つからない版は確認できていません。</source>
        <translation>No version of this train is known that no advisory affects.</translation>
    </message>
    <message>
        <source>該当・不明</source>
        <translation>Affected or unknown</translation>
    </message>
    <message>
        <source>悪用あり</source>
        <translation>Exploited</translation>
    </message>
    <message>
        <source>該当</source>
        <translation>Affected</translation>
    </message>
    <message>
        <source>不明</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>該当しない</source>
        <translation>Not affected</translation>
    </message>
    <message>
        <source>取り下げ</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>この言葉に当たるものはありません。</source>
        <translation>Nothing matches these words.</translation>
    </message>
    <message>
        <source>版を入れると、その版に当たる登録を調べます。</source>
        <translation>Enter a version to look for advisories about it.</translation>
    </message>
    <message>
        <source>（{day}確認）</source>
        <translation> (checked {day})</translation>
    </message>
    <message>
        <source>この版に当たる登録は見つかりません。安全を意味しません{checked}。</source>
        <translation>No advisory was found for this version. This does not mean it is safe{checked}.</translation>
    </message>
    <message>
        <source>版を入力</source>
        <translation>Type a version</translation>
    </message>
</context>
<context>
    <name>HandoverStep</name>
    <message>
        <source>封緘</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>別紙の文章をコピーしました。見積書に貼り付けます。</source>
        <translation>The text of the annex was copied. Paste it into the quotation.</translation>
    </message>
    <message>
        <source>{when} に {who} が封緘しました。</source>
        <translation>Sealed by {who}, {when}.</translation>
    </message>
    <message>
        <source>あとから変えられません。直すときは、台帳から訂正版を作ります。</source>
        <translation> It cannot be changed any more. To correct it, make a revision from the archive.</translation>
    </message>
    <message>
        <source>「{file}」に保存しました。</source>
        <translation>Saved as “{file}”.</translation>
    </message>
    <message>
        <source>控えを2部印刷し、1部に署名か押印をいただいて持ち帰ります。</source>
        <translation>Print two copies, have one signed or stamped, and bring it back.</translation>
    </message>
    <message>
        <source>控えを2部印刷してお渡しします。署名はあとでいただきます。</source>
        <translation>Print two copies and hand them over. The signature comes later.</translation>
    </message>
    <message>
        <source>控えを1部お渡しします。署名を断られた理由も記録しました。</source>
        <translation>Hand over one copy. The reason for the refusal is recorded.</translation>
    </message>
    <message>
        <source>控えを2部印刷し、1部をお客様にお渡しします。</source>
        <translation>Print two copies and give one to the customer.</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>きょう</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>新しい告知</source>
        <translation>New disclosure</translation>
    </message>
    <message>
        <source>仕上げる下書き</source>
        <translation>Drafts to finish</translation>
    </message>
    <message>
        <source>すべて見る</source>
        <translation>Show all</translation>
    </message>
    <message>
        <source>下書きはありません。見積書を置くと、ここに並びます。</source>
        <translation>No drafts. Drop a quotation and it appears here.</translation>
    </message>
    <message>
        <source>署名待ち</source>
        <translation>Waiting for a signature</translation>
    </message>
    <message>
        <source>最近の封緘</source>
        <translation>Sealed lately</translation>
    </message>
    <message>
        <source>台帳を開く</source>
        <translation>Open the archive</translation>
    </message>
    <message>
        <source>製品カタログ</source>
        <translation>Product catalogue</translation>
    </message>
    <message>
        <source>会社の情報が見本のままです。</source>
        <translation>The company details are still the sample.</translation>
    </message>
    <message>
        <source>このまま封緘すると、控えに見本の会社名が印刷されます。</source>
        <translation>The sample company&apos;s name would be printed on the sheet.</translation>
    </message>
    <message>
        <source>設定を開く</source>
        <translation>Open settings</translation>
    </message>
    <message>
        <source>{count}件</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>「あとで署名」{day}</source>
        <translation>“Sign later”, {day}</translation>
    </message>
    <message>
        <source>{days}日経過</source>
        <translation>Days since: {days}</translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message>
        <source>カタログに取り込む</source>
        <translation>Import into the catalogue</translation>
    </message>
    <message>
        <source>メーカーの一覧と脆弱性情報の表（Excel・CSV）、KEV、CSAF、NVD、CVE List、JVN iPedia、endoflife.date、JC-STAR と登録サービスの表を読み取ります。中身で見分けるので、ファイルの名前は何でもかまいません。取り込む前に、何が変わるかを見せます。</source>
        <translation>Reads maker lists and tables of advisories (Excel, CSV), KEV, CSAF, NVD, CVE List, JVN iPedia, endoflife.date, and tables of JC-STAR labels and registered services. Files are recognised by their content, whatever their names. What would change is shown before anything is imported.</translation>
    </message>
    <message>
        <source>ファイルやフォルダーをここに置くか、選びます。いくつでも一度に読み取ります。</source>
        <translation>Drop files or folders here, or choose files. Any number is read at once.</translation>
    </message>
    <message>
        <source>ファイルを選ぶ</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>ファイルごとの結果</source>
        <translation>Result of each file</translation>
    </message>
    <message>
        <source>取り込まない行</source>
        <translation>Rows not imported</translation>
    </message>
    <message>
        <source>取り込みの進み</source>
        <translation>Progress of the import</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>取り込む</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>すべて取り込み済みです。変わるものはありません。</source>
        <translation>All of it is already in the catalogue. Nothing changes.</translation>
    </message>
    <message>
        <source>{count}件を取り込む</source>
        <translation>Import {count}</translation>
    </message>
    <message>
        <source>取り込みました。新しい {new}件・変わった {changed}件です。</source>
        <translation>Imported. New: {new}, changed: {changed}.</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>取りやめました。カタログは変わっていません。</source>
        <translation>Cancelled. The catalogue is unchanged.</translation>
    </message>
    <message>
        <source>取りやめました。{count}件のファイルは取り込み済みで、残りは取り込んでいません。</source>
        <translation>Stopped. {count} files were imported already, the others were not.</translation>
    </message>
    <message>
        <source>このパソコンにあるファイルを置きます。</source>
        <translation>Drop files that are on this computer.</translation>
    </message>
    <message>
        <source>{name} を読み取っています</source>
        <translation>Reading {name}</translation>
    </message>
    <message>
        <source>{name} を取り込んでいます</source>
        <translation>Importing {name}</translation>
    </message>
    <message>
        <source>（{number} / {count}）</source>
        <translation> ({number} of {count})</translation>
    </message>
    <message>
        <source>一覧・フィード（Excel・CSV・JSON・XML）</source>
        <translation>Lists and feeds (Excel, CSV, JSON, XML)</translation>
    </message>
    <message>
        <source>{done} / {total}</source>
        <translation>{done} / {total}</translation>
    </message>
    <message>
        <source>{done}件</source>
        <translation>{done}</translation>
    </message>
    <message>
        <source>取り込まない行 {count}件のうち {shown}件</source>
        <translation>Not imported: {shown} of {count} rows</translation>
    </message>
    <message>
        <source>取り込まない行 {count}件</source>
        <translation>Rows not imported: {count}</translation>
    </message>
    <message>
        <source>取り込めません</source>
        <translation>Not imported</translation>
    </message>
    <message>
        <source>読めました</source>
        <translation>Readable</translation>
    </message>
    <message>
        <source>{count}件</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>取り込むファイルを選ぶ</source>
        <translation>Choose files to import</translation>
    </message>
    <message>
        <source>すべて</source>
        <translation>All</translation>
    </message>
    <message>
        <source>新しい</source>
        <translation>New</translation>
    </message>
    <message>
        <source>変わった</source>
        <translation>Changed</translation>
    </message>
    <message>
        <source>同じ</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>取らない</source>
        <translation>Skipped</translation>
    </message>
    <message>
        <source>ファイル</source>
        <translation>File</translation>
    </message>
    <message>
        <source>結果</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>場所</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>取り込まない理由</source>
        <translation>Why it is not imported</translation>
    </message>
    <message>
        <source>取り込みました</source>
        <translation>Imported</translation>
    </message>
</context>
<context>
    <name>IntentCard</name>
    <message>
        <source>契約する</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>スポットで頼む</source>
        <translation>Spot work</translation>
    </message>
    <message>
        <source>検討する</source>
        <translation>Considering</translation>
    </message>
    <message>
        <source>契約しない</source>
        <translation>No contract</translation>
    </message>
    <message>
        <source>未回答の {count}機種も同じ答えにする</source>
        <translation>Same answer for {count} unanswered</translation>
    </message>
    <message>
        <source>{count}台</source>
        <translation>× {count}</translation>
    </message>
    <message>
        <source>ご提案なし</source>
        <translation>Nothing proposed</translation>
    </message>
    <message>
        <source>{device}へのお客様の答え</source>
        <translation>The customer&apos;s answer for {device}</translation>
    </message>
    <message>
        <source>明細の保守契約は「なし」です。</source>
        <translation>The line says “no contract”.</translation>
    </message>
    <message>
        <source>明細の保守契約は「あり」です。</source>
        <translation>The line says “contract”.</translation>
    </message>
    <message>
        <source>明細も「あり」にする</source>
        <translation>Set the line to “contract”</translation>
    </message>
    <message>
        <source>明細も「なし」にする</source>
        <translation>Set the line to “no contract”</translation>
    </message>
    <message>
        <source>契約するプランを選びます。</source>
        <translation>Choose the plan to contract.</translation>
    </message>
    <message>
        <source>頼まれた作業のプランを選びます。</source>
        <translation>Choose the plan for the work asked for.</translation>
    </message>
    <message>
        <source>いつまでにお返事をいただくかを決めます。</source>
        <translation>Set the day by which you get an answer.</translation>
    </message>
</context>
<context>
    <name>ItemFacts</name>
    <message>
        <source>{source}（{day}確認）</source>
        <translation>{source} (seen {day})</translation>
    </message>
    <message>
        <source>版が未記録</source>
        <translation>Version not recorded</translation>
    </message>
    <message>
        <source>版を記録する</source>
        <translation>Record the version</translation>
    </message>
    <message>
        <source>{what} {day}</source>
        <translation>{what}: {day}</translation>
    </message>
    <message>
        <source>最新版の確認記録がありません。</source>
        <translation>No latest version is on record.</translation>
    </message>
    <message>
        <source>{day}に当社が再確認</source>
        <translation>confirmed again by us {day}</translation>
    </message>
    <message>
        <source>{day}に確認した最新版は </source>
        <translation>As seen on {day}, </translation>
    </message>
    <message>
        <source> です。</source>
        <translation> is the latest version.</translation>
    </message>
    <message>
        <source>不明</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>納品時 {version}</source>
        <translation>{version} as delivered</translation>
    </message>
    <message>
        <source>納品時の版が分かると判定できます。</source>
        <translation>Can be judged once the version as delivered is known.</translation>
    </message>
    <message>
        <source>{source}、KEV</source>
        <translation>{source}, KEV</translation>
    </message>
    <message>
        <source>メーカーに直す予定はありません。</source>
        <translation>The maker does not plan a fix. </translation>
    </message>
    <message>
        <source>{version} への更新で直ります。</source>
        <translation>Updating to {version} fixes it.</translation>
    </message>
    <message>
        <source>実際の攻撃に使われています。</source>
        <translation>Used in real attacks. </translation>
    </message>
    <message>
        <source>身代金を求める攻撃にも使われました。</source>
        <translation>Used in ransomware attacks too. </translation>
    </message>
    <message>
        <source>この版が当たるか、公表された範囲からは判定できません。</source>
        <translation>The published range does not tell whether this version is affected.</translation>
    </message>
    <message>
        <source>登録なし</source>
        <translation>None found</translation>
    </message>
    <message>
        <source>この版に当たる登録は見つかりません。</source>
        <translation>No advisory was found for this version. </translation>
    </message>
    <message>
        <source>安全を意味しません。</source>
        <translation>This does not mean it is safe.</translation>
    </message>
    <message>
        <source>含まないもの：{excludes}</source>
        <translation>Not included: {excludes}</translation>
    </message>
    <message>
        <source>保守契約</source>
        <translation>Maintenance contract</translation>
    </message>
    <message>
        <source>スポット</source>
        <translation>Spot</translation>
    </message>
    <message>
        <source>設置</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>初期設定</source>
        <translation>Initial setup</translation>
    </message>
    <message>
        <source>構築</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>{count}台</source>
        <translation>× {count}</translation>
    </message>
    <message>
        <source>当社は設置や設定を行いません。</source>
        <translation>We do no installation or setup.</translation>
    </message>
    <message>
        <source>販売のみ</source>
        <translation>Sale only</translation>
    </message>
    <message>
        <source>当社の作業：{works}</source>
        <translation>Our work: {works}</translation>
    </message>
    <message>
        <source>作業あり</source>
        <translation>We work on it</translation>
    </message>
    <message>
        <source>メーカー</source>
        <translation>Maker</translation>
    </message>
    <message>
        <source>窓口の記録がありません。</source>
        <translation>No contact is on record.</translation>
    </message>
    <message>
        <source>{day}確認</source>
        <translation>checked {day}</translation>
    </message>
    <message>
        <source>{kind}：</source>
        <translation>{kind}:</translation>
    </message>
    <message>
        <source>お返事の期限 {day}</source>
        <translation>Answer due {day}</translation>
    </message>
    <message>
        <source>ご提案：{plans}</source>
        <translation>Proposed: {plans}</translation>
    </message>
</context>
<context>
    <name>ItemStep</name>
    <message>
        <source>説明済</source>
        <translation>Explained</translation>
    </message>
    <message>
        <source>質問あり</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>対象外</source>
        <translation>Not applicable</translation>
    </message>
    <message>
        <source>この項目は、どの商談でも説明します。</source>
        <translation>This item is explained at every sale.</translation>
    </message>
    <message>
        <source>この商談のために直した文</source>
        <translation>Text changed for this sale</translation>
    </message>
    <message>
        <source>当社文例 {year}年{month}月版</source>
        <translation>Our wording, {year}-{month} edition</translation>
    </message>
    <message>
        <source>{time}・{who}が記録</source>
        <translation>Recorded by {who}, {time}</translation>
    </message>
    <message>
        <source>{time} に記録</source>
        <translation>Recorded {time}</translation>
    </message>
    <message>
        <source>質問の内容</source>
        <translation>The question</translation>
    </message>
    <message>
        <source>対象外にする理由</source>
        <translation>Reason why it does not apply</translation>
    </message>
    <message>
        <source>お客様の質問を書きます。</source>
        <translation>Write down the customer&apos;s question.</translation>
    </message>
    <message>
        <source>この日付は読み取れません。例：2026-08-21</source>
        <translation>This date cannot be read. Example: 2026-08-21</translation>
    </message>
    <message>
        <source>いつまでに答えるかを決めます。</source>
        <translation>Set the day by which you answer.</translation>
    </message>
    <message>
        <source>理由を書きます。控えに印刷します。</source>
        <translation>Give the reason. It is printed on the sheet.</translation>
    </message>
    <message>
        <source>説明の結果</source>
        <translation>How the explaining ended</translation>
    </message>
</context>
<context>
    <name>LetterDesk</name>
    <message>
        <source>受領書</source>
        <translation>Receipt</translation>
    </message>
    <message>
        <source>納品時の版に、今日のカタログで該当するものです。控えに載せていないものを先に並べました。</source>
        <translation>What affects the versions as delivered by today&apos;s catalogue. What the sheet does not list comes first.</translation>
    </message>
    <message>
        <source>新しい脆弱性のお知らせ</source>
        <translation>Letter on a new vulnerability</translation>
    </message>
    <message>
        <source>番号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>内容</source>
        <translation>Content</translation>
    </message>
    <message>
        <source>控え</source>
        <translation>Sheet</translation>
    </message>
    <message>
        <source>脆弱性のお知らせ</source>
        <translation>Letter on a vulnerability</translation>
    </message>
    <message>
        <source>記載済み</source>
        <translation>Named</translation>
    </message>
    <message>
        <source>未記載</source>
        <translation>Not named</translation>
    </message>
    <message>
        <source>悪用の確認あり</source>
        <translation>Known to be exploited</translation>
    </message>
    <message>
        <source>訂正のお知らせ</source>
        <translation>Correction notice</translation>
    </message>
    <message>
        <source>「{file}」に保存しました。</source>
        <translation>Saved as “{file}”.</translation>
    </message>
</context>
<context>
    <name>LetterDialog</name>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>手紙を開く</source>
        <translation>Open letter</translation>
    </message>
</context>
<context>
    <name>LineEditor</name>
    <message>
        <source>あり</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>なし</source>
        <translation>No</translation>
    </message>
    <message>
        <source>保守契約</source>
        <translation>Maintenance contract</translation>
    </message>
    <message>
        <source>{number}行目</source>
        <translation>Line {number}</translation>
    </message>
    <message>
        <source>{written}台分／{quantity}台</source>
        <translation>{written} of {quantity}</translation>
    </message>
    <message>
        <source>未定の {count}行も同じにする</source>
        <translation>Same for {count} undecided</translation>
    </message>
    <message>
        <source>最新版の確認記録がありません。</source>
        <translation>No latest version is on record.</translation>
    </message>
    <message>
        <source>{day}に確認した最新版は {version}。出典：{source}</source>
        <translation>Latest as seen {day}: {version}. Source: {source}</translation>
    </message>
    <message>
        <source>数量は1以上の数字で書きます。</source>
        <translation>Write a quantity of 1 or more.</translation>
    </message>
    <message>
        <source>理由を書きます。控えの明細に印刷します。</source>
        <translation>Give the reason. It is printed in the list of devices.</translation>
    </message>
</context>
<context>
    <name>LineRows</name>
    <message>
        <source>対象</source>
        <translation>In</translation>
    </message>
    <message>
        <source>対象外</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>要確認</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>あり</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>なし</source>
        <translation>No</translation>
    </message>
    <message>
        <source>未定</source>
        <translation>TBD</translation>
    </message>
    <message>
        <source>不明</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>製品が決まると出ます</source>
        <translation>Shown once the product is chosen</translation>
    </message>
    <message>
        <source>確認記録がありません</source>
        <translation>Not on record</translation>
    </message>
    <message>
        <source>告知の対象か決まっていません</source>
        <translation>In or out of scope is not decided</translation>
    </message>
    <message>
        <source>右で対象か対象外かを決めます。</source>
        <translation>Decide it on the right.</translation>
    </message>
    <message>
        <source>カタログの製品と一致しません</source>
        <translation>Matches no product of the catalogue</translation>
    </message>
    <message>
        <source>右の候補から選びます。</source>
        <translation>Choose one on the right.</translation>
    </message>
    <message>
        <source>右で製品をさがすか、対象外にします。</source>
        <translation>Find the product on the right, or mark the line out of scope.</translation>
    </message>
    <message>
        <source>攻撃に使われている弱点 {count}件</source>
        <translation>Weaknesses used in attacks: {count}</translation>
    </message>
    <message>
        <source>弱点 {count}件</source>
        <translation>Weaknesses: {count}</translation>
    </message>
    <message>
        <source>{day} に更新します。</source>
        <translation>Will be updated on {day}.</translation>
    </message>
    <message>
        <source>対処は④で説明します。</source>
        <translation>Item ④ explains what to do.</translation>
    </message>
    <message>
        <source>納品前に {version} へ更新します。</source>
        <translation>Update to {version} before delivery.</translation>
    </message>
    <message>
        <source>更新の予定日を決める</source>
        <translation>Set the day of the update</translation>
    </message>
    <message>
        <source>版が未記録</source>
        <translation>Version not recorded</translation>
    </message>
    <message>
        <source>納品の日に記録します。</source>
        <translation>Recorded on the day of delivery.</translation>
    </message>
    <message>
        <source>あとで記録する</source>
        <translation>Record later</translation>
    </message>
    <message>
        <source>{day} に記録します。</source>
        <translation>Will be recorded on {day}.</translation>
    </message>
    <message>
        <source>メーカーが取り下げた版です</source>
        <translation>The maker withdrew this version</translation>
    </message>
    <message>
        <source>別の版に入れ替えます。</source>
        <translation>Replace it by another version.</translation>
    </message>
    <message>
        <source>弱点を直す予定がない版です</source>
        <translation>A weakness of this version will not be fixed</translation>
    </message>
    <message>
        <source>使い方や買い替えを相談します。</source>
        <translation>Discuss its use or a replacement.</translation>
    </message>
    <message>
        <source>判定できません</source>
        <translation>Cannot be decided</translation>
    </message>
    <message>
        <source>メーカーの情報と版を見比べます。</source>
        <translation>Compare the version with the maker&apos;s information.</translation>
    </message>
    <message>
        <source>{what}を過ぎています</source>
        <translation>{what}: passed</translation>
    </message>
    <message>
        <source>{day} まででした。</source>
        <translation>It was {day}.</translation>
    </message>
    <message>
        <source>{what}が近づいています</source>
        <translation>{what}: near</translation>
    </message>
    <message>
        <source>{day} までです。</source>
        <translation>It is {day}.</translation>
    </message>
    <message>
        <source>最新版の確認から90日を過ぎています</source>
        <translation>Latest version seen over 90 days ago</translation>
    </message>
    <message>
        <source>きょう確かめる</source>
        <translation>Confirm today</translation>
    </message>
</context>
<context>
    <name>LinesModel</name>
    <message>
        <source>行</source>
        <translation>#</translation>
    </message>
    <message>
        <source>品名・型番</source>
        <translation>Name and part number</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Qty</translation>
    </message>
    <message>
        <source>対象</source>
        <translation>Scope</translation>
    </message>
    <message>
        <source>納品時の版</source>
        <translation>As delivered</translation>
    </message>
    <message>
        <source>最新版（確認日）</source>
        <translation>Latest (day seen)</translation>
    </message>
    <message>
        <source>納品時の版 {version}</source>
        <translation>as delivered {version}</translation>
    </message>
    <message>
        <source>保守</source>
        <translation>Cover</translation>
    </message>
    <message>
        <source>{number}行目</source>
        <translation>Line {number}</translation>
    </message>
    <message>
        <source>数量 {count}</source>
        <translation>Quantity {count}</translation>
    </message>
    <message>
        <source>最新版 {version}</source>
        <translation>Latest {version}</translation>
    </message>
    <message>
        <source>保守 {state}</source>
        <translation>Contract {state}</translation>
    </message>
</context>
<context>
    <name>LinesStep</name>
    <message>
        <source>対象 {count}行</source>
        <translation>Lines in scope: {count}</translation>
    </message>
    <message>
        <source>要確認 {count}行</source>
        <translation>Lines to check: {count}</translation>
    </message>
    <message>
        <source>署名までに決めます。</source>
        <translation>Decide before signing.</translation>
    </message>
    <message>
        <source>すべて</source>
        <translation>All</translation>
    </message>
    <message>
        <source>要確認</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>注意</source>
        <translation>Caution</translation>
    </message>
    <message>
        <source>保守なし</source>
        <translation>No cover</translation>
    </message>
    <message>
        <source>対象</source>
        <translation>In scope</translation>
    </message>
    <message>
        <source>対象外</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>次の要確認へ（F3）</source>
        <translation>Next to check (F3)</translation>
    </message>
    <message>
        <source>{count}行を読み取りました</source>
        <translation>Lines read: {count}</translation>
    </message>
    <message>
        <source>{count}行</source>
        <translation>Lines: {count}</translation>
    </message>
</context>
<context>
    <name>LogoField</name>
    <message>
        <source>ロゴ（PNG・JPEG）</source>
        <translation>Logo (PNG, JPEG)</translation>
    </message>
    <message>
        <source>画像を選ぶ</source>
        <translation>Choose image</translation>
    </message>
    <message>
        <source>ロゴを外す</source>
        <translation>Remove logo</translation>
    </message>
    <message>
        <source>ロゴの画像</source>
        <translation>Logo picture</translation>
    </message>
    <message>
        <source>ロゴの画像を選ぶ</source>
        <translation>Choose the logo</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>ホーム</source>
        <translation>Home</translation>
    </message>
    <message>
        <source>告知</source>
        <translation>Disclosures</translation>
    </message>
    <message>
        <source>台帳</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>製品カタログ</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>設定</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>明細に進む</source>
        <translation>Go to the lines</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>{year}年（令和{era}年）{month}月{day}日 {weekday}</source>
        <translation>{weekday}, {month_name} {day}, {year}</translation>
    </message>
    <message>
        <source>{year}年{month}月{day}日</source>
        <translation>{month_name} {day}, {year}</translation>
    </message>
    <message>
        <source>{month}月{day}日</source>
        <translation>{month_name} {day}</translation>
    </message>
    <message>
        <source>未公表</source>
        <translation>Not published</translation>
    </message>
    <message>
        <source>{year}年</source>
        <translation>{year}</translation>
    </message>
    <message>
        <source>{year}年{month}月</source>
        <translation>{month_name} {year}</translation>
    </message>
    <message>
        <source>きょう</source>
        <translation>today</translation>
    </message>
    <message>
        <source>きのう</source>
        <translation>yesterday</translation>
    </message>
    <message>
        <source>{days}日前</source>
        <translation>{days} days ago</translation>
    </message>
    <message>
        <source>金額の記載なし</source>
        <translation>No amount stated</translation>
    </message>
    <message>
        <source>{amount}円</source>
        <translation>¥{amount}</translation>
    </message>
    <message>
        <source>販売の終了</source>
        <translation>End of sale</translation>
    </message>
    <message>
        <source>サポートの終了</source>
        <translation>End of support</translation>
    </message>
    <message>
        <source>ファームウェア提供の終了</source>
        <translation>End of firmware</translation>
    </message>
    <message>
        <source>弱点の修正の終了</source>
        <translation>End of security fixes</translation>
    </message>
    <message>
        <source>不要（無償で公開）</source>
        <translation>Nothing (free to download)</translation>
    </message>
    <message>
        <source>利用者登録が必要</source>
        <translation>User registration needed</translation>
    </message>
    <message>
        <source>保守契約が必要</source>
        <translation>Maintenance contract needed</translation>
    </message>
    <message>
        <source>不明</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>脆弱性情報</source>
        <translation>Advisories</translation>
    </message>
    <message>
        <source>サポート窓口</source>
        <translation>Support desk</translation>
    </message>
    <message>
        <source>ファームウェア</source>
        <translation>Firmware</translation>
    </message>
    <message>
        <source>販売・サポートの期限</source>
        <translation>End of sale and support</translation>
    </message>
    <message>
        <source>最新として確認</source>
        <translation>Seen as latest</translation>
    </message>
    <message>
        <source>旧い版</source>
        <translation>Superseded</translation>
    </message>
    <message>
        <source>取り下げ</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>修正の予定あり</source>
        <translation>Fix planned</translation>
    </message>
    <message>
        <source>修正の予定なし</source>
        <translation>No fix planned</translation>
    </message>
    <message>
        <source>悪用あり</source>
        <translation>Exploited</translation>
    </message>
    <message>
        <source>該当</source>
        <translation>Affected</translation>
    </message>
    <message>
        <source>該当しない</source>
        <translation>Not affected</translation>
    </message>
    <message>
        <source>有効</source>
        <translation>Valid</translation>
    </message>
    <message>
        <source>期限間近</source>
        <translation>Ending soon</translation>
    </message>
    <message>
        <source>期限切れ</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>期限の記載なし</source>
        <translation>No term stated</translation>
    </message>
    <message>
        <source>情報セキュリティ監査</source>
        <translation>Information security audit</translation>
    </message>
    <message>
        <source>脆弱性診断</source>
        <translation>Vulnerability assessment</translation>
    </message>
    <message>
        <source>ペネトレーションテスト</source>
        <translation>Penetration test</translation>
    </message>
    <message>
        <source>デジタルフォレンジック</source>
        <translation>Digital forensics</translation>
    </message>
    <message>
        <source>セキュリティ監視・運用</source>
        <translation>Security monitoring and operation</translation>
    </message>
    <message>
        <source>機器検証</source>
        <translation>Device verification</translation>
    </message>
    <message>
        <source>機種一致</source>
        <translation>Exact model</translation>
    </message>
    <message>
        <source>名称のみ</source>
        <translation>Name only</translation>
    </message>
    <message>
        <source>系列一致</source>
        <translation>Family</translation>
    </message>
    <message>
        <source>後日署名</source>
        <translation>Signed later</translation>
    </message>
    <message>
        <source>紙</source>
        <translation>Paper</translation>
    </message>
    <message>
        <source>画面</source>
        <translation>Screen</translation>
    </message>
    <message>
        <source>未署名</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>拒否</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>お客様と商談</source>
        <translation>Customer and sale</translation>
    </message>
    <message>
        <source>明細</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>① 保守契約がない場合</source>
        <translation>① No contract</translation>
    </message>
    <message>
        <source>② 販売時点の最新版</source>
        <translation>② Latest version</translation>
    </message>
    <message>
        <source>③ サービスプラン</source>
        <translation>③ Service plans</translation>
    </message>
    <message>
        <source>④ 放置のリスク</source>
        <translation>④ Risks</translation>
    </message>
    <message>
        <source>⑤ 有償サービスの内容</source>
        <translation>⑤ Paid services</translation>
    </message>
    <message>
        <source>⑥ 免責事項</source>
        <translation>⑥ Exclusions</translation>
    </message>
    <message>
        <source>⑦ 情報の提供元</source>
        <translation>⑦ Sources</translation>
    </message>
    <message>
        <source>⑧ 保守のご提案</source>
        <translation>⑧ Proposal</translation>
    </message>
    <message>
        <source>ご意向</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>全文の確認と署名</source>
        <translation>Read and sign</translation>
    </message>
    <message>
        <source>控えのお渡し</source>
        <translation>Handing over</translation>
    </message>
    <message>
        <source>お客様名は未入力</source>
        <translation>No customer name yet</translation>
    </message>
    <message>
        <source>明細なし</source>
        <translation>No lines</translation>
    </message>
    <message>
        <source>{title} ほか</source>
        <translation>{title} and others</translation>
    </message>
    <message>
        <source>見積 {number}</source>
        <translation>Quotation {number}</translation>
    </message>
    <message>
        <source>{number} の訂正版</source>
        <translation>Revision of {number}</translation>
    </message>
    <message>
        <source>訪問日 未定</source>
        <translation>No visit planned</translation>
    </message>
    <message>
        <source>きょう {clock} 訪問</source>
        <translation>Visit today {clock}</translation>
    </message>
    <message>
        <source>{day}（{weekday}）訪問</source>
        <translation>Visit {day} ({weekday})</translation>
    </message>
    <message>
        <source>カタログは空</source>
        <translation>Catalogue empty</translation>
    </message>
    <message>
        <source>カタログ {age}の情報</source>
        <translation>Catalogue: {age}</translation>
    </message>
    <message>
        <source>取り込むと使えます</source>
        <translation>Import to use it</translation>
    </message>
    <message>
        <source>{day}まで</source>
        <translation>Facts up to {day}</translation>
    </message>
    <message>
        <source>{products}製品・{makers}メーカー・脆弱性情報 {advisories}件</source>
        <translation>{products} products, {makers} makers, {advisories} advisories</translation>
    </message>
</context>
<context>
    <name>MissingList</name>
    <message>
        <source>ほか {count}件</source>
        <translation>{count} more</translation>
    </message>
</context>
<context>
    <name>Navigation</name>
    <message>
        <source>画面の切り替え</source>
        <translation>Screens</translation>
    </message>
</context>
<context>
    <name>NearNamesDialog</name>
    <message>
        <source>近い名前</source>
        <translation>Near names</translation>
    </message>
    <message>
        <source>情報源に出てくる名前のうち、カタログの製品に似ているものです。人が決めるまで、同じ製品とは扱いません。</source>
        <translation>Names in sources that look like products of the catalogue. They are not taken for the same before a person says so.</translation>
    </message>
    <message>
        <source>決めたことを取り消す</source>
        <translation>Take the decision back</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>別の製品とする</source>
        <translation>Another product</translation>
    </message>
    <message>
        <source>同じ製品とする</source>
        <translation>The same product</translation>
    </message>
    <message>
        <source>決めるもの</source>
        <translation>To decide</translation>
    </message>
    <message>
        <source>決めたもの</source>
        <translation>Decided</translation>
    </message>
    <message>
        <source>ここに並ぶ名前はありません。</source>
        <translation>There are no names here.</translation>
    </message>
    <message>
        <source>名前の近さ {likeness}%</source>
        <translation>Likeness {likeness}%</translation>
    </message>
    <message>
        <source>決めていません</source>
        <translation>Not decided</translation>
    </message>
    <message>
        <source>同じ製品</source>
        <translation>The same</translation>
    </message>
    <message>
        <source>別の製品</source>
        <translation>Another</translation>
    </message>
    <message>
        <source>「{name}」を {model} として扱います。「決めたもの」から取り消せます。</source>
        <translation>“{name}” now counts as {model}. It can be taken back under “Decided”.</translation>
    </message>
    <message>
        <source>「{name}」は {model} とは別の製品です。「決めたもの」から取り消せます。</source>
        <translation>“{name}” is another product than {model}. It can be taken back under “Decided”.</translation>
    </message>
    <message>
        <source>取り消しました。「{name}」は、まだ決めていない名前に戻りました。</source>
        <translation>Taken back. “{name}” is not decided again.</translation>
    </message>
    <message>
        <source>情報源の名前</source>
        <translation>Name in the source</translation>
    </message>
    <message>
        <source>カタログの製品</source>
        <translation>Product of the catalogue</translation>
    </message>
    <message>
        <source>いま</source>
        <translation>Now</translation>
    </message>
</context>
<context>
    <name>PassphraseDialog</name>
    <message>
        <source>台帳のパスフレーズ</source>
        <translation>Archive passphrase</translation>
    </message>
    <message>
        <source>パスフレーズ</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>もう一度</source>
        <translation>Once more</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>台帳を開く</source>
        <translation>Open the archive</translation>
    </message>
    <message>
        <source>このパソコンにはパスワード保管庫がありません。台帳を暗号にするパスフレーズを決めます。忘れると台帳を開けなくなります。</source>
        <translation>This computer has no keyring. Choose a passphrase that encrypts the archive. If it is forgotten, the archive cannot be opened any more.</translation>
    </message>
    <message>
        <source>{minimum}文字以上にします。</source>
        <translation> At least {minimum} characters.</translation>
    </message>
    <message>
        <source>台帳を開くパスフレーズを入れます。</source>
        <translation>Enter the passphrase that opens the archive.</translation>
    </message>
    <message>
        <source>パスフレーズが空です。入力します。</source>
        <translation>The passphrase is empty. Enter it.</translation>
    </message>
    <message>
        <source>短すぎます。{minimum}文字以上にします。</source>
        <translation>Too short. Use at least {minimum} characters.</translation>
    </message>
    <message>
        <source>2回の入力が違います。もう一度入力します。</source>
        <translation>The two entries differ. Enter them again.</translation>
    </message>
</context>
<context>
    <name>PlanDialog</name>
    <message>
        <source>プランを直す</source>
        <translation>Edit the plan</translation>
    </message>
    <message>
        <source>種類</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>金額（円・税抜。空欄は別途お見積もり）</source>
        <translation>Price (yen, without tax; empty: on quotation)</translation>
    </message>
    <message>
        <source>名前</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>含むもの</source>
        <translation>Included</translation>
    </message>
    <message>
        <source>含まないもの</source>
        <translation>Not included</translation>
    </message>
    <message>
        <source>対象の種類（空欄はすべて）</source>
        <translation>For which kind of device (empty: all)</translation>
    </message>
    <message>
        <source>英語の名前（英語の控えに印刷します。空欄は日本語のまま）</source>
        <translation>Name in English (printed on English sheets; empty: as in Japanese)</translation>
    </message>
    <message>
        <source>英語の「含むもの」</source>
        <translation>Included, in English</translation>
    </message>
    <message>
        <source>英語の「含まないもの」</source>
        <translation>Not included, in English</translation>
    </message>
    <message>
        <source>情報セキュリティサービス基準適合サービスリストの登録</source>
        <translation>Registration in the list of conforming information security services</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>一覧に入れる</source>
        <translation>Put into the list</translation>
    </message>
    <message>
        <source>プランを加える</source>
        <translation>Add a plan</translation>
    </message>
    <message>
        <source>継続の保守契約（月額）</source>
        <translation>Continuous contract (monthly)</translation>
    </message>
    <message>
        <source>スポット保守（1回）</source>
        <translation>Spot work (once)</translation>
    </message>
    <message>
        <source>名前を入れます。</source>
        <translation>Enter a name.</translation>
    </message>
    <message>
        <source>円の数字だけを入れます。例：5,500</source>
        <translation>Enter yen in figures only, such as 5,500</translation>
    </message>
    <message>
        <source>何をするプランかを書きます。⑤ の説明に使います。</source>
        <translation>Write what the plan does. Item ⑤ uses it.</translation>
    </message>
    <message>
        <source>含まないものを書きます。あとの食い違いを防ぎます。</source>
        <translation>Write what is not included. It prevents later disputes.</translation>
    </message>
    <message>
        <source>登録なし</source>
        <translation>Not registered</translation>
    </message>
    <message>
        <source>登録サービスの一覧はまだありません。製品カタログから取り込むと選べます。</source>
        <translation>There is no list of registered services yet. Import it in the catalogue to choose from it.</translation>
    </message>
    <message>
        <source>{day}まで有効。</source>
        <translation>Valid until {day}. </translation>
    </message>
    <message>
        <source>登録は書類と抜き取りによる審査の結果で、サービスの内容を保証するものではありません。</source>
        <translation>A registration is the result of an examination of documents and samples; it does not guarantee the service.</translation>
    </message>
    <message>
        <source>事業者：{name}。</source>
        <translation>Provider: {name}. </translation>
    </message>
</context>
<context>
    <name>PlanList</name>
    <message>
        <source>サービスプラン</source>
        <translation>Service plans</translation>
    </message>
    <message>
        <source>プランを加える</source>
        <translation>Add a plan</translation>
    </message>
    <message>
        <source>プランがありません。③ と ⑤ と ⑧ の説明で使います。</source>
        <translation>No plans yet. Items ③, ⑤ and ⑧ use them.</translation>
    </message>
    <message>
        <source>プランを外す</source>
        <translation>Remove the plan</translation>
    </message>
    <message>
        <source>プランを直す</source>
        <translation>Edit the plan</translation>
    </message>
    <message>
        <source>{count}件</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>継続</source>
        <translation>Monthly</translation>
    </message>
    <message>
        <source>スポット</source>
        <translation>Spot</translation>
    </message>
    <message>
        <source>月額</source>
        <translation>per month</translation>
    </message>
    <message>
        <source>1回</source>
        <translation>once</translation>
    </message>
    <message>
        <source>別途お見積もり</source>
        <translation>On quotation</translation>
    </message>
    <message>
        <source>{price}円</source>
        <translation>¥{price}</translation>
    </message>
    <message>
        <source>すべての種類</source>
        <translation>All kinds</translation>
    </message>
    <message>
        <source>含まない：</source>
        <translation>Not included: </translation>
    </message>
    <message>
        <source>登録 {number}</source>
        <translation>Registration {number}</translation>
    </message>
    <message>
        <source>名前</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>種類</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>金額（税抜）</source>
        <translation>Net price</translation>
    </message>
    <message>
        <source>含むもの・含まないもの</source>
        <translation>Included and not included</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>前のページ</source>
        <translation>Previous page</translation>
    </message>
    <message>
        <source>前のページ（PageUp）</source>
        <translation>Previous page (PageUp)</translation>
    </message>
    <message>
        <source>次のページ</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>次のページ（PageDown）</source>
        <translation>Next page (PageDown)</translation>
    </message>
    <message>
        <source>縮める</source>
        <translation>Zoom out</translation>
    </message>
    <message>
        <source>縮める（Ctrl+-）</source>
        <translation>Zoom out (Ctrl+-)</translation>
    </message>
    <message>
        <source>広げる</source>
        <translation>Zoom in</translation>
    </message>
    <message>
        <source>広げる（Ctrl++）</source>
        <translation>Zoom in (Ctrl++)</translation>
    </message>
    <message>
        <source>幅に合わせる</source>
        <translation>Fit width</translation>
    </message>
    <message>
        <source>全体</source>
        <translation>Whole page</translation>
    </message>
    <message>
        <source>見開き</source>
        <translation>Two pages</translation>
    </message>
    <message>
        <source>2ページを並べて表示（Ctrl+2）</source>
        <translation>Show two pages side by side (Ctrl+2)</translation>
    </message>
    <message>
        <source>控えのページ</source>
        <translation>Pages of the sheet</translation>
    </message>
    <message>
        <source>控えの見開き</source>
        <translation>Two pages of the sheet</translation>
    </message>
    <message>
        <source>PDFで保存</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>2部 印刷する</source>
        <translation>Print 2 copies</translation>
    </message>
    <message>
        <source>プリンターが設定されていません。</source>
        <translation>No printer is set up.</translation>
    </message>
    <message>
        <source>パソコンの設定でプリンターを加えるか、PDFで保存して別の機械で印刷します。</source>
        <translation>Add a printer in the computer&apos;s settings, or save a PDF and print it on another machine.</translation>
    </message>
    <message>
        <source>印刷</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>「{printer}」が印刷を受け付けませんでした。</source>
        <translation>“{printer}” did not accept the print.</translation>
    </message>
    <message>
        <source>プリンター</source>
        <translation>The printer</translation>
    </message>
    <message>
        <source>電源、用紙、つながりを確かめて、もう一度印刷します。</source>
        <translation>Check power, paper and connection, then print again.</translation>
    </message>
    <message>
        <source>{copies}部の印刷をプリンターに送りました。</source>
        <translation>Copies sent to the printer: {copies}.</translation>
    </message>
    <message>
        <source>自動</source>
        <translation>Automatic</translation>
    </message>
</context>
<context>
    <name>ProductDetail</name>
    <message>
        <source>メーカーの情報元</source>
        <translation>The maker&apos;s pages</translation>
    </message>
    <message>
        <source>この製品で告知を始める</source>
        <translation>Start a disclosure</translation>
    </message>
    <message>
        <source>版の確認記録</source>
        <translation>Versions seen</translation>
    </message>
    <message>
        <source>版</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>JC-STAR のラベル</source>
        <translation>JC-STAR labels</translation>
    </message>
    <message>
        <source>IPA のページ</source>
        <translation>Page at IPA</translation>
    </message>
    <message>
        <source>販売・サポートの期限</source>
        <translation>End of sale and support</translation>
    </message>
    <message>
        <source>確認した版の一覧</source>
        <translation>List of versions seen</translation>
    </message>
    <message>
        <source>版の記録がありません。メーカーの情報元で確かめます。</source>
        <translation>No version is on record. Check the maker&apos;s pages.</translation>
    </message>
    <message>
        <source>このメーカーの情報元は登録されていません。</source>
        <translation>No page of this maker is on record.</translation>
    </message>
    <message>
        <source>サポートの終了</source>
        <translation>End of support</translation>
    </message>
    <message>
        <source>不明</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>期限の記録がありません</source>
        <translation>No end date on record</translation>
    </message>
    <message>
        <source>更新に要るもの</source>
        <translation>Needed for updates</translation>
    </message>
    <message>
        <source>最新として確認した版</source>
        <translation>Seen as latest</translation>
    </message>
    <message>
        <source>版の記録がありません</source>
        <translation>No version on record</translation>
    </message>
    <message>
        <source>{days}日前・要確認</source>
        <translation>{days} days ago: confirm</translation>
    </message>
    <message>
        <source>{days}日前の確認</source>
        <translation>Seen {days} days ago</translation>
    </message>
    <message>
        <source>{version}（{train} 系）</source>
        <translation>{version} ({train} train)</translation>
    </message>
    <message>
        <source>{train} 系の</source>
        <translation>{train} train: </translation>
    </message>
    <message>
        <source>公開 {day}</source>
        <translation>Released {day}</translation>
    </message>
    <message>
        <source>{train} 系</source>
        <translation>{train} train</translation>
    </message>
    <message>
        <source>修正の予定なし</source>
        <translation>No fix planned</translation>
    </message>
    <message>
        <source>記載なし</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>期限まで余裕あり</source>
        <translation>Time left</translation>
    </message>
    <message>
        <source>終了が近い</source>
        <translation>Ends soon</translation>
    </message>
    <message>
        <source>終了</source>
        <translation>Ended</translation>
    </message>
    <message>
        <source>未公表</source>
        <translation>Not published</translation>
    </message>
    <message>
        <source>状態</source>
        <translation>State</translation>
    </message>
    <message>
        <source>確認した日</source>
        <translation>Seen on</translation>
    </message>
    <message>
        <source>出典</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>判定</source>
        <translation>Verdict</translation>
    </message>
    <message>
        <source>番号・内容</source>
        <translation>Number and contents</translation>
    </message>
    <message>
        <source>確からしさ</source>
        <translation>Confidence</translation>
    </message>
    <message>
        <source>直った版</source>
        <translation>Fixed in</translation>
    </message>
    <message>
        <source>この系列になし</source>
        <translation>None in this train</translation>
    </message>
    <message>
        <source>取り下げ</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>終わるもの</source>
        <translation>What ends</translation>
    </message>
    <message>
        <source>期限</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>ラベル</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>登録番号・出典</source>
        <translation>Registration number, source</translation>
    </message>
    <message>
        <source>交付日</source>
        <translation>Issued</translation>
    </message>
    <message>
        <source>有効期限</source>
        <translation>Valid until</translation>
    </message>
    <message>
        <source>いま</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>★1・★2 は、要件に合うことをメーカー自身が宣言したものです。</source>
        <translation>For ★1 and ★2 the maker itself declares conformity. </translation>
    </message>
    <message>
        <source>★3・★4 は、第三者の評価を受けたものです。</source>
        <translation>★3 and ★4 were evaluated by a third party. </translation>
    </message>
    <message>
        <source>安全を保証するものではありません。</source>
        <translation>A label does not guarantee safety.</translation>
    </message>
    <message>
        <source>最新として確認</source>
        <translation>Seen as latest</translation>
    </message>
    <message>
        <source>旧い版</source>
        <translation>Superseded</translation>
    </message>
    <message>
        <source>悪用の確認</source>
        <translation>Exploitation known</translation>
    </message>
</context>
<context>
    <name>RangePreview</name>
    <message>
        <source>{name}（カタログの {count}製品）</source>
        <translation>{name} ({count} products of the catalogue)</translation>
    </message>
    <message>
        <source>版の記録がないため、試せません。</source>
        <translation>No version is on record to try it on.</translation>
    </message>
    <message>
        <source> ほか {count}版</source>
        <translation> and {count} more</translation>
    </message>
    <message>
        <source>当社の製品ではない</source>
        <translation>Not our products</translation>
    </message>
    <message>
        <source>すべての版</source>
        <translation>Every version</translation>
    </message>
    <message>
        <source>{version} 以上</source>
        <translation>{version} or later</translation>
    </message>
    <message>
        <source>{version} より後</source>
        <translation>later than {version}</translation>
    </message>
    <message>
        <source>{version} 以下</source>
        <translation>{version} or earlier</translation>
    </message>
    <message>
        <source>{version} より前</source>
        <translation>earlier than {version}</translation>
    </message>
</context>
<context>
    <name>RecordDetail</name>
    <message>
        <source>状態</source>
        <translation>State</translation>
    </message>
    <message>
        <source>訂正</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>説明した人</source>
        <translation>Explained by</translation>
    </message>
    <message>
        <source>署名</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>ご意向</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>情報の基準</source>
        <translation>Facts as of</translation>
    </message>
    <message>
        <source>機器</source>
        <translation>Devices</translation>
    </message>
    <message>
        <source>できごと</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>控えを開く</source>
        <translation>Open the sheet</translation>
    </message>
    <message>
        <source>確かめ直す</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>印刷する</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>PDFで保存</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>見積の別紙</source>
        <translation>Annex</translation>
    </message>
    <message>
        <source>手紙</source>
        <translation>Letters</translation>
    </message>
    <message>
        <source>署名済みにする</source>
        <translation>Mark as signed</translation>
    </message>
    <message>
        <source>訂正版を作る</source>
        <translation>Make a revision</translation>
    </message>
    <message>
        <source>新しい脆弱性のお知らせ</source>
        <translation>Letter on a new vulnerability</translation>
    </message>
    <message>
        <source>訂正のお知らせ</source>
        <translation>Correction notice</translation>
    </message>
    <message>
        <source>控えの受領書</source>
        <translation>Receipt for the sheet</translation>
    </message>
    <message>
        <source>{customer} 様</source>
        <translation>{customer}</translation>
    </message>
    <message>
        <source>見積 {number}</source>
        <translation>Quotation {number}</translation>
    </message>
    <message>
        <source>{clock} に確かめました</source>
        <translation>Checked {clock}</translation>
    </message>
    <message>
        <source>照合コード {code}</source>
        <translation>Check code {code}</translation>
    </message>
    <message>
        <source>未署名に戻す</source>
        <translation>Mark as unsigned</translation>
    </message>
    <message>
        <source>{day}までのカタログ</source>
        <translation>Catalogue up to {day}</translation>
    </message>
    <message>
        <source>なし</source>
        <translation>None</translation>
    </message>
    <message>
        <source>{who} 様</source>
        <translation>{who}</translation>
    </message>
    <message>
        <source>未回答</source>
        <translation>No answer yet</translation>
    </message>
    <message>
        <source>契約</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>スポット</source>
        <translation>Spot</translation>
    </message>
    <message>
        <source>検討</source>
        <translation>Considering</translation>
    </message>
    <message>
        <source>辞退</source>
        <translation>Declined</translation>
    </message>
    <message>
        <source>下書きを開始</source>
        <translation>Draft started</translation>
    </message>
    <message>
        <source>8項目の説明を終了</source>
        <translation>Eight items explained</translation>
    </message>
    <message>
        <source>画面に署名</source>
        <translation>Signed on the screen</translation>
    </message>
    <message>
        <source>封緘</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>控えを {copies}部 印刷</source>
        <translation>Copies printed: {copies}</translation>
    </message>
    <message>
        <source>署名を受け取り</source>
        <translation>Signature received</translation>
    </message>
    <message>
        <source>「{file}」に保存</source>
        <translation>Saved as “{file}”</translation>
    </message>
    <message>
        <source>{number} の訂正版（{reason}）</source>
        <translation>Revision of {number} ({reason})</translation>
    </message>
    <message>
        <source>訂正版 {number} があります</source>
        <translation>Superseded by revision {number}</translation>
    </message>
</context>
<context>
    <name>ResponsibilityMatrix</name>
    <message>
        <source>お客様</source>
        <translation>You</translation>
    </message>
    <message>
        <source>当社</source>
        <translation>Us</translation>
    </message>
    <message>
        <source>メーカー</source>
        <translation>Maker</translation>
    </message>
    <message>
        <source>回線</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>行う</source>
        <translation>Does it</translation>
    </message>
    <message>
        <source>手伝う</source>
        <translation>Helps</translation>
    </message>
    <message>
        <source>有償</source>
        <translation>Paid</translation>
    </message>
    <message>
        <source>中心になって行う</source>
        <translation>Leads and does it</translation>
    </message>
    <message>
        <source>求めに応じて手伝う</source>
        <translation>Helps on request</translation>
    </message>
    <message>
        <source>ご依頼があれば、有償で行う</source>
        <translation>Does it for a fee on request</translation>
    </message>
    <message>
        <source>責任分担表</source>
        <translation>Who does what</translation>
    </message>
    <message>
        <source>保守契約がないとき</source>
        <translation>Without a maintenance contract</translation>
    </message>
    <message>
        <source>保守契約があるとき</source>
        <translation>With a maintenance contract</translation>
    </message>
    <message>
        <source>お客様が行うこと</source>
        <translation>Yours to do</translation>
    </message>
    <message>
        <source>{total}つのうち {share}つ</source>
        <translation>{share} of {total}</translation>
    </message>
    <message>
        <source>{task}：契約がないとき {without}。契約があるとき {covered}。</source>
        <translation>{task}: without a contract {without}; with a contract {covered}.</translation>
    </message>
</context>
<context>
    <name>ReviewStep</name>
    <message>
        <source>紙に署名・押印</source>
        <translation>On paper</translation>
    </message>
    <message>
        <source>画面に署名</source>
        <translation>On screen</translation>
    </message>
    <message>
        <source>あとで署名</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>署名を断られた</source>
        <translation>Refused</translation>
    </message>
    <message>
        <source>全文を最後まで表示すると封緘できます</source>
        <translation>Scroll through the whole text to seal</translation>
    </message>
    <message>
        <source>あと {count}件 決めると封緘できます</source>
        <translation>To decide before sealing: {count}</translation>
    </message>
    <message>
        <source>8項目すべて 確認しました</source>
        <translation>All eight items are done</translation>
    </message>
    <message>
        <source>全文を表示できません。</source>
        <translation>The full text cannot be shown.</translation>
    </message>
    <message>
        <source>最後まで表示していません</source>
        <translation>Not yet shown to its end</translation>
    </message>
    <message>
        <source>最後まで表示しました {time}</source>
        <translation>Shown to its end {time}</translation>
    </message>
    <message>
        <source>断られた理由</source>
        <translation>Reason for the refusal</translation>
    </message>
    <message>
        <source>あとにする理由</source>
        <translation>Reason for signing later</translation>
    </message>
    <message>
        <source>{name} 様</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>署名の方法</source>
        <translation>How to sign</translation>
    </message>
    <message>
        <source>「{file}」に保存しました。</source>
        <translation>Saved as “{file}”.</translation>
    </message>
    <message>
        <source>別紙の文章をコピーしました。見積書に貼り付けます。</source>
        <translation>The text of the annex was copied. Paste it into the quotation.</translation>
    </message>
</context>
<context>
    <name>ScriptPane</name>
    <message>
        <source>よくある質問</source>
        <translation>Common questions</translation>
    </message>
    <message>
        <source>言わないこと</source>
        <translation>Do not say</translation>
    </message>
</context>
<context>
    <name>SealPane</name>
    <message>
        <source>封緘</source>
        <translation>Seal</translation>
    </message>
    <message>
        <source>署名の証明書</source>
        <translation>Signing certificate</translation>
    </message>
    <message>
        <source>証明書を選ぶ</source>
        <translation>Choose certificate</translation>
    </message>
    <message>
        <source>確かめる</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>外す</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>パスフレーズ</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>この証明書を使う</source>
        <translation>Use this certificate</translation>
    </message>
    <message>
        <source>時刻証明サービス</source>
        <translation>Timestamp service</translation>
    </message>
    <message>
        <source>RFC 3161 のサービスのアドレスです。空なら時刻証明を付けません。</source>
        <translation>Address of an RFC 3161 service. Left empty, no timestamp is added.</translation>
    </message>
    <message>
        <source>信頼する発行元</source>
        <translation>Trusted issuers</translation>
    </message>
    <message>
        <source>加える</source>
        <translation>Add</translation>
    </message>
    <message>
        <source>すべて外す</source>
        <translation>Remove all</translation>
    </message>
    <message>
        <source>ほかの会社の控えを確かめるときに信頼する、認証局の証明書（PEM）です。</source>
        <translation>Certificates (PEM) of authorities that are trusted when sheets of others are verified.</translation>
    </message>
    <message>
        <source>このパソコンにはパスワード保管庫がないため、証明書を登録できません。</source>
        <translation>This computer has no keyring to keep a passphrase in, so that no certificate can be registered.</translation>
    </message>
    <message>
        <source>保管庫を使えるようにしてから、この画面を開き直します。</source>
        <translation>Make the system&apos;s keyring available, then open this screen again.</translation>
    </message>
    <message>
        <source>署名の証明書を選ぶ</source>
        <translation>Choose the signing certificate</translation>
    </message>
    <message>
        <source>開けました：{owner}</source>
        <translation>Opened: {owner}</translation>
    </message>
    <message>
        <source>有効期限が {until} に切れました。新しい証明書を選びます。</source>
        <translation>It expired on {until}. Choose a new certificate.</translation>
    </message>
    <message>
        <source>有効期間は {since} からです。</source>
        <translation>It is valid from {since} on.</translation>
    </message>
    <message>
        <source>{until} まで有効</source>
        <translation>valid until {until}</translation>
    </message>
    <message>
        <source>これからの封緘に使います。</source>
        <translation>Seals are signed with it from now on.</translation>
    </message>
    <message>
        <source>署名の証明書を外しました。</source>
        <translation>The signing certificate was removed.</translation>
    </message>
    <message>
        <source>登録していません。控えには電子署名を付けません。</source>
        <translation>None is registered. Sheets are not signed electronically.</translation>
    </message>
    <message>
        <source>登録しています：{file}</source>
        <translation>Registered: {file}</translation>
    </message>
    <message>
        <source>https:// か http:// で始まるアドレスを入れます。</source>
        <translation>Enter an address that begins with https:// or http://.</translation>
    </message>
    <message>
        <source>証明書</source>
        <translation>Certificates</translation>
    </message>
    <message>
        <source>発行元の証明書を選ぶ</source>
        <translation>Choose certificates of issuers</translation>
    </message>
    <message>
        <source>まだありません。</source>
        <translation>None yet.</translation>
    </message>
</context>
<context>
    <name>SearchJump</name>
    <message>
        <source>お客様・機種・製造番号をさがす</source>
        <translation>Search customer, model or serial number</translation>
    </message>
    <message>
        <source>{count}件以上</source>
        <translation>over {count}</translation>
    </message>
    <message>
        <source>台帳</source>
        <translation>Archive</translation>
    </message>
    <message>
        <source>{count}件</source>
        <translation>{count}</translation>
    </message>
    <message>
        <source>製品カタログ</source>
        <translation>Catalogue</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>設定</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>会社</source>
        <translation>Company</translation>
    </message>
    <message>
        <source>会社名</source>
        <translation>Company name</translation>
    </message>
    <message>
        <source>部署</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>説明する人</source>
        <translation>Explained by</translation>
    </message>
    <message>
        <source>住所</source>
        <translation>Address</translation>
    </message>
    <message>
        <source>お客様窓口の名前</source>
        <translation>Name of the customer desk</translation>
    </message>
    <message>
        <source>電話</source>
        <translation>Telephone</translation>
    </message>
    <message>
        <source>受付時間</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>メール</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>控えを大きな文字で印刷する</source>
        <translation>Print sheets in large type</translation>
    </message>
    <message>
        <source>難しい言葉に読みがなを付ける</source>
        <translation>Set readings above hard words</translation>
    </message>
    <message>
        <source>文書番号</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>先頭の文字</source>
        <translation>First letters</translation>
    </message>
    <message>
        <source>このパソコンで封緘する控えの番号の先頭です。ほかのパソコンと重ならないようにします。</source>
        <translation>How the document numbers of this computer begin. No two computers should share them.</translation>
    </message>
    <message>
        <source>表示</source>
        <translation>Display</translation>
    </message>
    <message>
        <source>言語</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>次に開いたときから切り替わります。</source>
        <translation>Takes effect the next time you open the program.</translation>
    </message>
    <message>
        <source>明るさ</source>
        <translation>Brightness</translation>
    </message>
    <message>
        <source>文字の大きさ</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>変更を取り消す</source>
        <translation>Undo changes</translation>
    </message>
    <message>
        <source>設定を保存する</source>
        <translation>Save settings</translation>
    </message>
    <message>
        <source>保存していない変更があります。</source>
        <translation>There are unsaved changes.</translation>
    </message>
    <message>
        <source>保存するか、変更を取り消してから閉じます。</source>
        <translation>Save or undo the changes before closing.</translation>
    </message>
    <message>
        <source>保存していません。</source>
        <translation>Not saved.</translation>
    </message>
    <message>
        <source>赤い印のところを直すと保存できます。</source>
        <translation>Correct the fields marked red, then save.</translation>
    </message>
    <message>
        <source>{clock} に保存しました</source>
        <translation>Saved {clock}</translation>
    </message>
    <message>
        <source>会社名を入れます。控えの販売店名になります。</source>
        <translation>Enter the company name. The sheet shows it as the seller.</translation>
    </message>
    <message>
        <source>説明する人の名前を入れます。</source>
        <translation>Enter the name of the person who explains.</translation>
    </message>
    <message>
        <source>数字とハイフンで入れます。例：03-0000-0000</source>
        <translation>Use figures and hyphens, such as 03-0000-0000</translation>
    </message>
    <message>
        <source>メールの形ではありません。例：desk@example.jp</source>
        <translation>This is no e-mail address. Example: desk@example.jp</translation>
    </message>
    <message>
        <source>半角の大文字と数字で入れます。例：KS-A2C</source>
        <translation>Use half-width capitals and figures, such as KS-A2C</translation>
    </message>
    <message>
        <source>会社の情報は見本のままです。</source>
        <translation>The company details are still the sample.</translation>
    </message>
    <message>
        <source>自社の名前（英語も）、窓口、プランに書き換えて保存します。控えにそのまま印刷されます。</source>
        <translation>Write in your own name (in English too), desk and plans and save. They are printed on the sheet as they are.</translation>
    </message>
    <message>
        <source>保存していない変更があります</source>
        <translation>There are unsaved changes</translation>
    </message>
    <message>
        <source>パソコンに合わせる</source>
        <translation>As on this computer</translation>
    </message>
    <message>
        <source>明るい</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>暗い</source>
        <translation>Dark</translation>
    </message>
</context>
<context>
    <name>SettleForm</name>
    <message>
        <source>情報源の記載</source>
        <translation>What the sources state</translation>
    </message>
    <message>
        <source>どの版が影響を受けますか</source>
        <translation>Which versions are affected?</translation>
    </message>
    <message>
        <source>はじまりの版</source>
        <translation>First version</translation>
    </message>
    <message>
        <source>この版から</source>
        <translation>From</translation>
    </message>
    <message>
        <source>空欄は最初から</source>
        <translation>empty: the first</translation>
    </message>
    <message>
        <source>この版まで</source>
        <translation>To</translation>
    </message>
    <message>
        <source>空欄は最後まで</source>
        <translation>empty: the last</translation>
    </message>
    <message>
        <source>おわりの版</source>
        <translation>Last version</translation>
    </message>
    <message>
        <source>直った版（分かるとき。「、」で区切る）</source>
        <translation>Fixed in (if known, separated by commas)</translation>
    </message>
    <message>
        <source>確定する人</source>
        <translation>Settled by</translation>
    </message>
    <message>
        <source>なぜそう読めますか</source>
        <translation>Why it reads so</translation>
    </message>
    <message>
        <source>下の範囲の版</source>
        <translation>The range below</translation>
    </message>
    <message>
        <source>すべての版</source>
        <translation>Every version</translation>
    </message>
    <message>
        <source>当社の製品ではない</source>
        <translation>Not our products</translation>
    </message>
    <message>
        <source>範囲の記載がありません</source>
        <translation>No range is stated</translation>
    </message>
    <message>
        <source>名前を入れます。</source>
        <translation>Enter a name.</translation>
    </message>
    <message>
        <source>根拠を書きます。例：メーカーの告知の表で確かめた</source>
        <translation>Say on what grounds, e.g. checked in the maker&apos;s advisory</translation>
    </message>
    <message>
        <source>{day}に {person}さんが確定しました。</source>
        <translation>Settled by {person} on {day}.</translation>
    </message>
    <message>
        <source>版の番号だけを入れます。例：7.4.10</source>
        <translation>Enter version numbers only, e.g. 7.4.10</translation>
    </message>
    <message>
        <source>版を入れるか、「すべての版」を選びます。</source>
        <translation>Enter a version, or choose “Every version”.</translation>
    </message>
    <message>
        <source>読み方：この記載は、該当の判定に使いません。</source>
        <translation>Reading: this statement decides nothing.</translation>
    </message>
    <message>
        <source>読み方：まだ決まっていません（不明のまま）。</source>
        <translation>Reading: not decided yet (stays unknown).</translation>
    </message>
    <message>
        <source>（「{version}」は、この系列の版として読み取れません）</source>
        <translation> (“{version}” cannot be read as a version of this family)</translation>
    </message>
    <message>
        <source>読み方：{words}が影響を受ける</source>
        <translation>Reading: affected are {words}</translation>
    </message>
    <message>
        <source>含む</source>
        <translation>included</translation>
    </message>
    <message>
        <source>含まない</source>
        <translation>not included</translation>
    </message>
</context>
<context>
    <name>SheetChoices</name>
    <message>
        <source>標準の文字</source>
        <translation>Standard type</translation>
    </message>
    <message>
        <source>大きな文字</source>
        <translation>Large type</translation>
    </message>
    <message>
        <source>難しい言葉に読みがなを付ける</source>
        <translation>Set readings above hard words</translation>
    </message>
    <message>
        <source>控えの言語</source>
        <translation>Language of the sheet</translation>
    </message>
    <message>
        <source>控えの文字</source>
        <translation>Type of the sheet</translation>
    </message>
    <message>
        <source>日本語</source>
        <translation>Japanese</translation>
    </message>
    <message>
        <source>英語</source>
        <translation>English</translation>
    </message>
    <message>
        <source>読みがな付き</source>
        <translation>with readings</translation>
    </message>
</context>
<context>
    <name>SheetDesk</name>
    <message>
        <source>控え {number}</source>
        <translation>Sheet {number}</translation>
    </message>
    <message>
        <source>{customer} 様</source>
        <translation>{customer}</translation>
    </message>
    <message>
        <source>PDFで保存</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>「{file}」に保存しました。</source>
        <translation>Saved as “{file}”.</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>告知シートの全文</source>
        <translation>Full text of the sheet</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>{day} 確認</source>
        <translation>checked {day}</translation>
    </message>
    <message>
        <source>電話 {number}</source>
        <translation>Tel. {number}</translation>
    </message>
</context>
<context>
    <name>StepCustomer</name>
    <message>
        <source>お客様と商談</source>
        <translation>Customer and sale</translation>
    </message>
    <message>
        <source>告知シートの先頭に印刷します。控えの宛名になります。</source>
        <translation>Printed at the top of the sheet, as its addressee.</translation>
    </message>
    <message>
        <source>訂正の理由（控えに印刷します）</source>
        <translation>Reason for the correction (printed on the sheet)</translation>
    </message>
    <message>
        <source>訂正の理由</source>
        <translation>Reason for the correction</translation>
    </message>
    <message>
        <source>例：納品した台数の誤りを直しました</source>
        <translation>Example: corrected the number of devices delivered</translation>
    </message>
    <message>
        <source>8項目の説明と署名をもう一度いただきます。封緘すると、前の控えに代わります。前の控えも台帳に残ります。</source>
        <translation>The eight items and the signature are asked for again. Once sealed, it supersedes the sheet before, which stays in the archive.</translation>
    </message>
    <message>
        <source>お客様</source>
        <translation>Customer</translation>
    </message>
    <message>
        <source>会社・団体名</source>
        <translation>Company or organisation</translation>
    </message>
    <message>
        <source>部署</source>
        <translation>Department</translation>
    </message>
    <message>
        <source>説明を受ける方</source>
        <translation>Person who is told</translation>
    </message>
    <message>
        <source>役職</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>商談</source>
        <translation>Sale</translation>
    </message>
    <message>
        <source>見積番号</source>
        <translation>Quotation no.</translation>
    </message>
    <message>
        <source>見積・販売の日</source>
        <translation>Date of quotation or sale</translation>
    </message>
    <message>
        <source>金額（税込・円）</source>
        <translation>Amount (yen, with tax)</translation>
    </message>
    <message>
        <source>空欄のときは「記載なし」と印刷します</source>
        <translation>If empty, “not stated” is printed</translation>
    </message>
    <message>
        <source>訪問の予定（社内のみ）</source>
        <translation>Planned visit (internal)</translation>
    </message>
    <message>
        <source>例：2026-08-07 14:00</source>
        <translation>e.g. 2026-08-07 14:00</translation>
    </message>
    <message>
        <source>説明</source>
        <translation>Explaining</translation>
    </message>
    <message>
        <source>説明する人</source>
        <translation>Explained by</translation>
    </message>
    <message>
        <source>説明する日</source>
        <translation>Day of the explanation</translation>
    </message>
    <message>
        <source>お渡しする控え</source>
        <translation>The sheet to hand over</translation>
    </message>
</context>
<context>
    <name>StepHandover</name>
    <message>
        <source>封緘しました</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>文書番号</source>
        <translation>Document no.</translation>
    </message>
    <message>
        <source>照合コード</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>控えを2部 印刷する</source>
        <translation>Print 2 copies</translation>
    </message>
    <message>
        <source>控えを開く</source>
        <translation>Open the sheet</translation>
    </message>
    <message>
        <source>PDFで保存</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>見積の別紙</source>
        <translation>Annex</translation>
    </message>
    <message>
        <source>受領書を開く</source>
        <translation>Open receipt</translation>
    </message>
</context>
<context>
    <name>StepIntents</name>
    <message>
        <source>ご意向</source>
        <translation>Answers</translation>
    </message>
    <message>
        <source>ご提案した保守サービスへの、お客様の答えを機器ごとに記録します。</source>
        <translation>Record the customer&apos;s answer to the maintenance we proposed, device by device.</translation>
    </message>
    <message>
        <source>告知の対象になる機器がありません。明細で製品を決めると、ここに並びます。</source>
        <translation>No device is in scope. Choose products in the lines and they appear here.</translation>
    </message>
</context>
<context>
    <name>StepItem</name>
    <message>
        <source>控えに印刷する文</source>
        <translation>Text printed on the sheet</translation>
    </message>
    <message>
        <source>元の文に戻す</source>
        <translation>Back to the original</translation>
    </message>
    <message>
        <source>直す</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>説明の結果</source>
        <translation>How the explaining ended</translation>
    </message>
    <message>
        <source>質問の内容</source>
        <translation>The question</translation>
    </message>
    <message>
        <source>回答する日</source>
        <translation>Answer by</translation>
    </message>
    <message>
        <source>メモ（社内のみ）</source>
        <translation>Note (internal)</translation>
    </message>
    <message>
        <source>約束したことを書きます。印刷しません</source>
        <translation>What you promised. Not printed</translation>
    </message>
</context>
<context>
    <name>StepLines</name>
    <message>
        <source>明細</source>
        <translation>Lines</translation>
    </message>
    <message>
        <source>製品を加える</source>
        <translation>Add a product</translation>
    </message>
</context>
<context>
    <name>StepReview</name>
    <message>
        <source>全文の確認と署名</source>
        <translation>Read and sign</translation>
    </message>
    <message>
        <source>見積の別紙</source>
        <translation>Annex</translation>
    </message>
    <message>
        <source>全文を作っています</source>
        <translation>Preparing the full text</translation>
    </message>
    <message>
        <source>封緘の前に決めること</source>
        <translation>To decide before sealing</translation>
    </message>
    <message>
        <source>署名の方法</source>
        <translation>How to sign</translation>
    </message>
    <message>
        <source>左の全文を最後まで表示すると、署名できます。</source>
        <translation>Scroll the text on the left to its end to sign.</translation>
    </message>
    <message>
        <source>お名前</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>部署・役職</source>
        <translation>Department, position</translation>
    </message>
    <message>
        <source>理由</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>署名</source>
        <translation>Signature</translation>
    </message>
    <message>
        <source>1画戻す</source>
        <translation>Undo stroke</translation>
    </message>
    <message>
        <source>消す</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>封緘のあと、控えを2部印刷して、署名か押印をいただきます。</source>
        <translation>After sealing, print two copies and have one signed or stamped.</translation>
    </message>
    <message>
        <source>名刺で、お名前と役職を確かめました</source>
        <translation>Name and position checked with the business card</translation>
    </message>
    <message>
        <source>封緘すると変えられません。直すときは、台帳から訂正版を作ります。</source>
        <translation>Once sealed it cannot be changed. To correct it, make a revision from the archive.</translation>
    </message>
</context>
<context>
    <name>TaskList</name>
    <message>
        <source>手順</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>準備</source>
        <translation>Preparation</translation>
    </message>
    <message>
        <source>先にお伝えすること</source>
        <translation>Say this first</translation>
    </message>
    <message>
        <source>製品の状態</source>
        <translation>State of the products</translation>
    </message>
    <message>
        <source>ご提案</source>
        <translation>Proposal</translation>
    </message>
    <message>
        <source>仕上げ</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>入力済</source>
        <translation>Entered</translation>
    </message>
    <message>
        <source>入力中</source>
        <translation>Started</translation>
    </message>
    <message>
        <source>未入力</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>説明済</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>質問あり</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>対象外</source>
        <translation>n/a</translation>
    </message>
    <message>
        <source>説明中</source>
        <translation>Now</translation>
    </message>
    <message>
        <source>未説明</source>
        <translation>To do</translation>
    </message>
    <message>
        <source>封緘済</source>
        <translation>Sealed</translation>
    </message>
    <message>
        <source>署名済</source>
        <translation>Signed</translation>
    </message>
    <message>
        <source>お渡し中</source>
        <translation>Handing over</translation>
    </message>
    <message>
        <source>署名前</source>
        <translation>Not signed</translation>
    </message>
    <message>
        <source>このあと</source>
        <translation>Later</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>{year}年{month}月</source>
        <translation>{month_name} {year}</translation>
    </message>
    <message>
        <source>{month}月</source>
        <translation>{month_name}</translation>
    </message>
    <message>
        <source>{train} 系</source>
        <translation>{train}</translation>
    </message>
    <message>
        <source>版</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>提供の終了</source>
        <translation>End of firmware</translation>
    </message>
    <message>
        <source>きょう</source>
        <translation>Today</translation>
    </message>
</context>
<context>
    <name>UnreadDialog</name>
    <message>
        <source>読めなかった範囲</source>
        <translation>Ranges not read</translation>
    </message>
    <message>
        <source>情報源の言葉を機械で読み取れなかった記載です。人が読み方を確定するまで「不明」のまま扱います。確定した内容は、次の取り込みのあとも残ります。</source>
        <translation>Statements whose words could not be read. They stay unknown until a person settles how they read. A settlement survives the next import.</translation>
    </message>
    <message>
        <source>読み方を待つ記載</source>
        <translation>Statements that wait</translation>
    </message>
    <message>
        <source>確定を取り消す</source>
        <translation>Take the settlement back</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>読み方を確定する</source>
        <translation>Settle the reading</translation>
    </message>
    <message>
        <source>読み方を待つもの</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>確定したもの</source>
        <translation>Settled</translation>
    </message>
    <message>
        <source>読み方を待つ記載はありません。</source>
        <translation>No statement waits to be read.</translation>
    </message>
    <message>
        <source>確定したものはまだありません。</source>
        <translation>Nothing is settled yet.</translation>
    </message>
    <message>
        <source>{total}件のうち {shown}件。カタログの製品に関わるものが先です。</source>
        <translation>{shown} of {total}. Those about products of the catalogue come first.</translation>
    </message>
    <message>
        <source>カタログの製品</source>
        <translation>Our catalogue</translation>
    </message>
    <message>
        <source>ほかの製品</source>
        <translation>Other product</translation>
    </message>
    <message>
        <source>読み方を直す</source>
        <translation>Change the reading</translation>
    </message>
    <message>
        <source>読み方を確定しました。「確定したもの」から取り消せます。</source>
        <translation>The reading is settled. It can be taken back under “Settled”.</translation>
    </message>
    <message>
        <source>確定を取り消しました。この記載は不明に戻りました。</source>
        <translation>The settlement was taken back. The statement is unknown again.</translation>
    </message>
    <message>
        <source>製品・記録と言葉</source>
        <translation>Product, record and words</translation>
    </message>
    <message>
        <source>いま</source>
        <translation>Now</translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>照合コード {code}</source>
        <translation>Check code {code}</translation>
    </message>
    <message>
        <source>封緘のときから変わっていません</source>
        <translation>Unchanged since it was sealed</translation>
    </message>
    <message>
        <source>封緘のときから変わっています</source>
        <translation>Changed since it was sealed</translation>
    </message>
    <message>
        <source>変わっていないとは言えません</source>
        <translation>It cannot be said that it is unchanged</translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message>
        <source>確かめる</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>封緘のときから変わっていないか確かめる</source>
        <translation>Check whether it is as it was sealed</translation>
    </message>
    <message>
        <source>告知シートの PDF か記録を、この窓の中に置いてください。</source>
        <translation>Drop the PDF of a sheet, or its record, into this window.</translation>
    </message>
    <message>
        <source>ファイルを選ぶ</source>
        <translation>Choose a file</translation>
    </message>
    <message>
        <source>紙の文書番号</source>
        <translation>Document number on paper</translation>
    </message>
    <message>
        <source>照合コード</source>
        <translation>Check code</translation>
    </message>
    <message>
        <source>紙を確かめる</source>
        <translation>Check paper</translation>
    </message>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>ファイルを確かめる</source>
        <translation>Check a file</translation>
    </message>
    <message>
        <source>控えと記録</source>
        <translation>Sheets and records</translation>
    </message>
    <message>
        <source>すべて</source>
        <translation>All</translation>
    </message>
    <message>
        <source>紙の文書番号と照合コードを入れます。</source>
        <translation>Enter the document number and the check code on the paper.</translation>
    </message>
    <message>
        <source>「{file}」：{found}</source>
        <translation>{file}: {found}</translation>
    </message>
    <message>
        <source>「{number}」の番号とコードは、台帳の記録のものです</source>
        <translation>Number and code of “{number}” are those of the archive&apos;s record</translation>
    </message>
    <message>
        <source>紙に印刷された中身は、台帳の控えと見比べてください。</source>
        <translation>Compare what is printed with the archive&apos;s copy.</translation>
    </message>
    <message>
        <source>封緘：{when}&#x3000;{who}&#x3000;文書番号 {number}</source>
        <translation>Sealed: {when}, {who}. Document number {number}</translation>
    </message>
</context>
<context>
    <name>WizardCandidates</name>
    <message>
        <source>どの製品ですか</source>
        <translation>Which product is it?</translation>
    </message>
    <message>
        <source>製品をさがす</source>
        <translation>Search products</translation>
    </message>
    <message>
        <source>メーカー・機種・型番</source>
        <translation>Maker, model or part number</translation>
    </message>
    <message>
        <source>この製品にする</source>
        <translation>Choose this product</translation>
    </message>
    <message>
        <source>ほかの製品をさがす</source>
        <translation>Search others</translation>
    </message>
    <message>
        <source>対象外にする</source>
        <translation>Mark out of scope</translation>
    </message>
    <message>
        <source>対象外にする理由（控えに印刷します）</source>
        <translation>Reason for out of scope (printed)</translation>
    </message>
    <message>
        <source>対象外にする理由</source>
        <translation>Reason for out of scope</translation>
    </message>
    <message>
        <source>例：お客様の手持ちの機器</source>
        <translation>Example: the customer&apos;s own device</translation>
    </message>
    <message>
        <source>やめる</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>↑↓ で選びます。選ぶまで製品は決まりません。</source>
        <translation>↑↓ to choose. Nothing is decided until you choose.</translation>
    </message>
</context>
<context>
    <name>WizardFooter</name>
    <message>
        <source>戻る</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>あとで続ける</source>
        <translation>Continue later</translation>
    </message>
    <message>
        <source>8項目のうち 説明済 {explained}・質問あり {questions}・残り {open}</source>
        <translation>Of 8 items: explained {explained}, questions {questions}, left {open}</translation>
    </message>
</context>
<context>
    <name>WizardFrame</name>
    <message>
        <source>保存せずに閉じる</source>
        <translation>Close without saving</translation>
    </message>
    <message>
        <source>台帳へ</source>
        <translation>To the archive</translation>
    </message>
    <message>
        <source>封緘しています</source>
        <translation>Sealing</translation>
    </message>
    <message>
        <source>署名して封緘する</source>
        <translation>Sign and seal</translation>
    </message>
    <message>
        <source>{step}へ</source>
        <translation>Next: {step}</translation>
    </message>
    <message>
        <source>直ると、自動で保存し直します。入力は続けられます。</source>
        <translation>Once that is mended, it is saved again by itself. You can go on entering.</translation>
    </message>
</context>
<context>
    <name>WizardHeader</name>
    <message>
        <source>閉じる</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>保存の状態</source>
        <translation>State of saving</translation>
    </message>
    <message>
        <source>お客様画面</source>
        <translation>Customer view</translation>
    </message>
    <message>
        <source>{name} 様</source>
        <translation>{name}</translation>
    </message>
    <message>
        <source>お客様名は未入力</source>
        <translation>No customer name yet</translation>
    </message>
    <message>
        <source>見積 {number}</source>
        <translation>Quotation {number}</translation>
    </message>
    <message>
        <source>{device} ほか</source>
        <translation>{device} and others</translation>
    </message>
    <message>
        <source>保存できていません</source>
        <translation>Not saved</translation>
    </message>
    <message>
        <source>保存しています</source>
        <translation>Saving</translation>
    </message>
    <message>
        <source>自動で保存しました {time}</source>
        <translation>Saved {time}</translation>
    </message>
    <message>
        <source>封緘しました</source>
        <translation>Sealed</translation>
    </message>
</context>
<context>
    <name>WizardIntentCard</name>
    <message>
        <source>保守契約のプラン</source>
        <translation>Contract plan</translation>
    </message>
    <message>
        <source>スポット作業のプラン</source>
        <translation>Spot work plan</translation>
    </message>
    <message>
        <source>お客様の答え</source>
        <translation>The customer&apos;s answer</translation>
    </message>
    <message>
        <source>お返事の期限</source>
        <translation>Answer due</translation>
    </message>
    <message>
        <source>補足（控えに印刷します）</source>
        <translation>Remark (printed)</translation>
    </message>
    <message>
        <source>補足</source>
        <translation>Remark</translation>
    </message>
    <message>
        <source>明細の保守も直す</source>
        <translation>Change the line&apos;s contract too</translation>
    </message>
    <message>
        <source>未回答の機種も同じ答えにする</source>
        <translation>Same answer for the others</translation>
    </message>
</context>
<context>
    <name>WizardLineEditor</name>
    <message>
        <source>納品時の版</source>
        <translation>As delivered</translation>
    </message>
    <message>
        <source>画面や箱に書かれたとおりに</source>
        <translation>As shown on the screen or box</translation>
    </message>
    <message>
        <source>あとで記録する</source>
        <translation>Record later</translation>
    </message>
    <message>
        <source>版を記録する日</source>
        <translation>Day to record the version</translation>
    </message>
    <message>
        <source>きょう、最新版を確かめました</source>
        <translation>Latest confirmed today</translation>
    </message>
    <message>
        <source>製造番号（1行に1台）</source>
        <translation>Serial numbers (one a line)</translation>
    </message>
    <message>
        <source>製造番号</source>
        <translation>Serial numbers</translation>
    </message>
    <message>
        <source>設置場所</source>
        <translation>Place of installation</translation>
    </message>
    <message>
        <source>例：本社 3階 サーバー室</source>
        <translation>Example: head office, 3rd floor, server room</translation>
    </message>
    <message>
        <source>当社の作業</source>
        <translation>Our work</translation>
    </message>
    <message>
        <source>販売のみ</source>
        <translation>Sale only</translation>
    </message>
    <message>
        <source>設置</source>
        <translation>Installation</translation>
    </message>
    <message>
        <source>初期設定</source>
        <translation>Initial setup</translation>
    </message>
    <message>
        <source>構築</source>
        <translation>Build</translation>
    </message>
    <message>
        <source>保守契約</source>
        <translation>Maintenance contract</translation>
    </message>
    <message>
        <source>契約番号</source>
        <translation>Contract number</translation>
    </message>
    <message>
        <source>更新作業の予定日</source>
        <translation>Planned day of the update</translation>
    </message>
    <message>
        <source>数量</source>
        <translation>Quantity</translation>
    </message>
    <message>
        <source>対象外にする理由（控えに印刷します）</source>
        <translation>Reason for out of scope (printed)</translation>
    </message>
    <message>
        <source>対象外にする理由</source>
        <translation>Reason for out of scope</translation>
    </message>
    <message>
        <source>未定の行も同じにする</source>
        <translation>Same for undecided lines</translation>
    </message>
    <message>
        <source>当社の作業、保守契約、版を記録する日を入れます。決めた行は変えません。</source>
        <translation>Gives them our work, the contract and the day of recording. Lines that are decided stay.</translation>
    </message>
    <message>
        <source>製品を選び直す</source>
        <translation>Choose another product</translation>
    </message>
    <message>
        <source>対象外にする</source>
        <translation>Mark out of scope</translation>
    </message>
    <message>
        <source>対象に戻す</source>
        <translation>Back into scope</translation>
    </message>
</context>
<context>
    <name>WizardScriptPane</name>
    <message>
        <source>話し方</source>
        <translation>How to say it</translation>
    </message>
    <message>
        <source>お客様には出ません</source>
        <translation>Internal</translation>
    </message>
    <message>
        <source>話し方を隠す</source>
        <translation>Hide this</translation>
    </message>
</context>
<context>
    <name>WizardWords</name>
    <message>
        <source>更新が必要</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>修正の予定なし</source>
        <translation>No fix planned</translation>
    </message>
    <message>
        <source>取り下げ</source>
        <translation>Withdrawn</translation>
    </message>
    <message>
        <source>判定できない</source>
        <translation>Undecided</translation>
    </message>
    <message>
        <source>未記録</source>
        <translation>No record</translation>
    </message>
    <message>
        <source>新しい版あり</source>
        <translation>Newer exists</translation>
    </message>
    <message>
        <source>最新版と同じ</source>
        <translation>As latest</translation>
    </message>
    <message>
        <source>別途お見積もり</source>
        <translation>On quotation</translation>
    </message>
    <message>
        <source>月額 {amount}円（税別）</source>
        <translation>¥{amount} a month (without tax)</translation>
    </message>
    <message>
        <source>1回 {amount}円（税別）</source>
        <translation>¥{amount} once (without tax)</translation>
    </message>
    <message>
        <source>未回答</source>
        <translation>No answer yet</translation>
    </message>
    <message>
        <source>契約する</source>
        <translation>Contract</translation>
    </message>
    <message>
        <source>スポットで頼む</source>
        <translation>Spot work</translation>
    </message>
    <message>
        <source>検討する</source>
        <translation>Considering</translation>
    </message>
    <message>
        <source>契約しない</source>
        <translation>No contract</translation>
    </message>
</context>
<context>
    <name>WordingEditor</name>
    <message>
        <source>書き換えの例：{better}</source>
        <translation>For example: {better}</translation>
    </message>
    <message>
        <source>「{sentence}」は、例外のない免責です。このままでは封緘できません。</source>
        <translation>“{sentence}” is a disclaimer without exception. It cannot be sealed like this.</translation>
    </message>
    <message>
        <source>「{sentence}」は、安全を約束しています。このままでは封緘できません。</source>
        <translation>“{sentence}” promises safety. It cannot be sealed like this.</translation>
    </message>
    <message>
        <source>「{sentence}」に、例外の場合を書き添えてください。</source>
        <translation>Add the exceptions to “{sentence}”.</translation>
    </message>
    <message>
        <source>「{sentence}」に、出典と日付を書き添えてください。</source>
        <translation>Add source and date to “{sentence}”.</translation>
    </message>
    <message>
        <source>「{sentence}」に、決まっていない語が残っています。</source>
        <translation>“{sentence}” still holds words to be filled in.</translation>
    </message>
    <message>
        <source>直し終える</source>
        <translation>Done editing</translation>
    </message>
    <message>
        <source>直す</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>文が空です。このままなら元の文を印刷します。</source>
        <translation>The text is empty. As it stands, the original is printed.</translation>
    </message>
</context>
</TS>
