/** dml-chart.xsd, as far as spreadsheets of charts with two axes, pies and doughnuts go. */
export const CHARTS = `
c:chartSpace : c:date1904? c:lang? c:roundedCorners? c:style? c:clrMapOvr? c:pivotSource? c:protection? c:chart c:spPr? c:txPr? c:externalData? c:printSettings? c:userShapes? c:extLst?
c:date1904,c:roundedCorners,c:autoTitleDeleted,c:overlay,c:varyColors,c:invertIfNegative,c:bubble3D,c:smooth,c:delete,c:auto,c:noMultiLvlLbl,c:plotVisOnly,c:showLegendKey,c:showVal,c:showCatName,c:showSerName,c:showPercent,c:showBubbleSize,c:showLeaderLines val=bool : 
c:lang val!=text : 
c:chartSpace/c:chart : c:title? c:autoTitleDeleted? c:pivotFmts? c:view3D? c:floor? c:sideWall? c:backWall? c:plotArea c:legend? c:plotVisOnly? c:dispBlanksAs? c:extLst?
c:title : c:tx? c:layout? c:overlay? c:spPr? c:txPr? c:extLst?
c:title/c:tx : c:strRef | c:rich
c:ser/c:tx : c:strRef | c:v
c:v,c:f,c:formatCode : #text
c:strRef : c:f c:strCache? c:extLst?
c:numRef : c:f c:numCache? c:extLst?
c:strCache : c:ptCount? c:pt* c:extLst?
c:numCache : c:formatCode? c:ptCount? c:pt* c:extLst?
c:ptCount val!=count : 
c:pt idx!=count formatCode=text : c:v
c:rich,c:txPr : a:bodyPr a:lstStyle? a:p+
c:layout : c:manualLayout?
c:manualLayout : #any
c:plotArea : c:layout? (c:areaChart | c:lineChart | c:pieChart | c:doughnutChart | c:barChart)+ (c:valAx | c:catAx | c:dateAx)* c:dTable? c:spPr? c:extLst?
c:areaChart : c:grouping? c:varyColors? c:ser* c:dLbls? c:dropLines? c:axId c:axId c:extLst?
c:lineChart : c:grouping c:varyColors? c:ser* c:dLbls? c:dropLines? c:hiLowLines? c:upDownBars? c:marker? c:smooth? c:axId c:axId c:extLst?
c:pieChart : c:varyColors? c:ser* c:dLbls? c:firstSliceAng? c:extLst?
c:doughnutChart : c:varyColors? c:ser* c:dLbls? c:firstSliceAng? c:holeSize? c:extLst?
c:barChart : c:barDir c:grouping? c:varyColors? c:ser* c:dLbls? c:gapWidth? c:overlap? c:serLines* c:axId c:axId c:extLst?
c:grouping val=percentStacked|clustered|standard|stacked : 
c:barDir val=bar|col : 
c:axId,c:crossAx,c:idx,c:order val!=count : 
c:gapWidth,c:holeSize,c:firstSliceAng,c:size val=count : 
c:overlap val=whole : 
c:lineChart/c:marker val=bool : 
c:marker : c:symbol? c:size? c:spPr? c:extLst?
c:symbol val!=circle|dash|diamond|dot|none|picture|plus|square|star|triangle|x|auto : 
c:ser : c:idx c:order c:tx? c:spPr? c:invertIfNegative? c:marker? c:explosion? c:dPt* c:dLbls? c:trendline* c:errBars* c:cat? c:val? c:smooth? c:shape? c:extLst?
c:dPt : c:idx c:invertIfNegative? c:marker? c:bubble3D? c:explosion? c:spPr? c:pictureOptions? c:extLst?
c:dLbls : c:dLbl* c:numFmt? c:spPr? c:txPr? c:dLblPos? c:showLegendKey? c:showVal? c:showCatName? c:showSerName? c:showPercent? c:showBubbleSize? c:separator? c:showLeaderLines? c:leaderLines? c:extLst?
c:dLblPos val!=bestFit|b|ctr|inBase|inEnd|l|outEnd|r|t : 
c:numFmt formatCode!=text sourceLinked=bool : 
c:cat : c:multiLvlStrRef | c:numRef | c:numLit | c:strRef | c:strLit
c:val : c:numRef | c:numLit
c:catAx : c:axId c:scaling c:delete? c:axPos c:majorGridlines? c:minorGridlines? c:title? c:numFmt? c:majorTickMark? c:minorTickMark? c:tickLblPos? c:spPr? c:txPr? c:crossAx (c:crosses | c:crossesAt)? c:auto? c:lblAlgn? c:lblOffset? c:tickLblSkip? c:tickMarkSkip? c:noMultiLvlLbl? c:extLst?
c:valAx : c:axId c:scaling c:delete? c:axPos c:majorGridlines? c:minorGridlines? c:title? c:numFmt? c:majorTickMark? c:minorTickMark? c:tickLblPos? c:spPr? c:txPr? c:crossAx (c:crosses | c:crossesAt)? c:crossBetween? c:majorUnit? c:minorUnit? c:dispUnits? c:extLst?
c:scaling : c:logBase? c:orientation? c:max? c:min? c:extLst?
c:orientation val=minMax|maxMin : 
c:max,c:min,c:majorUnit,c:minorUnit val!=number : 
c:axPos val!=b|l|r|t : 
c:majorGridlines,c:minorGridlines : c:spPr?
c:majorTickMark,c:minorTickMark val=cross|in|none|out : 
c:tickLblPos val=high|low|nextTo|none : 
c:crosses val!=autoZero|max|min : 
c:crossBetween val!=between|midCat : 
c:legend : c:legendPos? c:legendEntry* c:layout? c:overlay? c:spPr? c:txPr? c:extLst?
c:legendPos val=b|tr|l|r|t : 
c:dispBlanksAs val=span|gap|zero : 
c:spPr bwMode=text : a:xfrm? a:prstGeom? (a:noFill | a:solidFill | a:gradFill)? a:ln? a:effectLst?
c:extLst : #any
`;

/** dml-main.xsd and dml-spreadsheetDrawing.xsd. */
export const DRAWINGS = `
a:noFill,a:round,a:bevel : 
a:solidFill : a:srgbClr | a:schemeClr
a:srgbClr val!=rgb : (a:alpha | a:lumMod | a:lumOff | a:tint | a:shade)*
a:ln w=count cap=rnd|sq|flat cmpd=text algn=text : (a:noFill | a:solidFill)? a:prstDash? (a:round | a:bevel | a:miter)? a:headEnd? a:tailEnd?
a:prstDash val=solid|dot|dash|lgDash|dashDot|lgDashDot|lgDashDotDot|sysDash|sysDot|sysDashDot|sysDashDotDot : 
a:bodyPr : #any
a:lstStyle : #any
a:p : a:pPr? (a:r | a:br | a:fld)* a:endParaRPr?
a:pPr : a:defRPr?
a:r : a:rPr? a:t
a:t : #text
a:defRPr,a:rPr,a:endParaRPr lang=text sz=count b=bool i=bool u=none|sng|dbl strike=text baseline=whole : a:ln? (a:noFill | a:solidFill)? a:latin? a:ea? a:cs?
a:latin,a:ea,a:cs typeface!=text : 
a:off x!=whole y!=whole : 
a:ext cx!=count cy!=count : 
a:graphic : a:graphicData
a:graphicData uri!=text : c:chart
c:chart r:id!=text : 
xdr:wsDr : (xdr:twoCellAnchor | xdr:oneCellAnchor | xdr:absoluteAnchor)*
xdr:twoCellAnchor editAs=twoCell|oneCell|absolute : xdr:from xdr:to (xdr:sp | xdr:grpSp | xdr:graphicFrame | xdr:cxnSp | xdr:pic) xdr:clientData
xdr:from,xdr:to : xdr:col xdr:colOff xdr:row xdr:rowOff
xdr:col,xdr:colOff,xdr:row,xdr:rowOff : #text
xdr:graphicFrame macro=text fPublished=bool : xdr:nvGraphicFramePr xdr:xfrm a:graphic
xdr:nvGraphicFramePr : xdr:cNvPr xdr:cNvGraphicFramePr
xdr:cNvPr id!=count name!=text descr=text hidden=bool title=text : 
xdr:cNvGraphicFramePr : #any
xdr:xfrm : a:off? a:ext?
xdr:clientData fLocksWithSheet=bool fPrintsWithSheet=bool : 
`;

/** The package's own parts, properties, and what Excel keeps of add-ins and people (MS-OWEXML, MS-XLSX). */
export const OTHERS = `
Types : (Default | Override)*
Default Extension!=text ContentType!=text : 
Override PartName!=text ContentType!=text : 
Relationships : Relationship*
Relationship Id!=text Type!=text Target!=text TargetMode=Internal|External : 
cp:coreProperties : #any
Properties : (Application | AppVersion | Company | Manager | DocSecurity | ScaleCrop | HeadingPairs | TitlesOfParts | LinksUpToDate | SharedDoc | HyperlinksChanged | property)*
Application,AppVersion,Company,Manager,DocSecurity,ScaleCrop,LinksUpToDate,SharedDoc,HyperlinksChanged : #text
HeadingPairs,TitlesOfParts : #any
property fmtid!=guid pid!=count name=text : vt:lpwstr | vt:i4 | vt:r8 | vt:bool | vt:filetime
vt:lpwstr,vt:i4,vt:r8,vt:bool,vt:filetime : #text
wetp:taskpanes : wetp:taskpane*
wetp:taskpane dockstate!=text visibility!=bool width!=number row!=count locked=bool : wetp:webextensionref?
wetp:webextensionref r:id!=text : 
we:webextension id!=guid frozen=bool : we:reference we:alternateReferences? we:properties? we:bindings? we:snapshot?
we:reference id!=text version!=text store=text storeType=text : 
we:alternateReferences : we:reference*
we:properties : we:property*
we:property name!=text value!=text : 
we:bindings : #any
we:snapshot r:id=text : 
ThreadedComments : #any
personList : #any
xml : #any
`;
