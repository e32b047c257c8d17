/** The look of the one-file page, on screen and on paper. */
import type { Tokens } from "../../colors.ts";

export const style = ({ bg, surface, ink, ink2, line, accent }: Tokens): string => `
*{box-sizing:border-box}
[hidden]{display:none!important}
body{display:grid;grid-template-rows:auto minmax(0,1fr);height:100dvh;margin:0;background:${bg};color:${ink};font:14px/1.5 Inter,"Segoe UI","PingFang TC","Microsoft JhengHei","Noto Sans TC",system-ui,sans-serif}
:lang(zh-Hans) body,body:lang(zh-Hans){font-family:Inter,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans SC",system-ui,sans-serif}
header{display:flex;flex-wrap:wrap;gap:8px 12px;align-items:center;padding:8px 16px;border-bottom:1px solid ${line}}
.space{flex:1}
.story-title{min-width:0;overflow:hidden;font-weight:600;text-overflow:ellipsis;white-space:nowrap}
nav,.tools{display:flex;gap:4px}
button,input{padding:4px 10px;border:1px solid ${line};border-radius:4px;background:${surface};color:inherit;font:inherit}
button:disabled{opacity:.4}
button[aria-pressed=true]{border-color:${accent};color:${accent}}
:focus-visible{outline:2px solid ${accent};outline-offset:2px}
main{position:relative;display:flex;min-height:0}
#drawing{flex:1;min-width:0;overflow:hidden;touch-action:none;cursor:grab}
#drawing>svg{display:block;width:100%;height:100%}
#drawing g[id^=node-],#drawing g[id^=relationship-]{cursor:pointer}
#drawing.chosen g[id^=node-],#drawing.chosen g[id^=relationship-],#drawing.chosen g[data-relationship]{opacity:.2}
#drawing.chosen g.near{opacity:1!important}
#details{width:340px;max-width:45%;padding:16px;overflow-y:auto;border-left:1px solid ${line};background:${surface};overflow-wrap:anywhere}
#details h2{margin:8px 0 0;font:600 22px/1.3 "Source Serif 4",Georgia,serif}
#details .label,#details small{color:${ink2}}
#details ul{margin:12px 0 0;padding:0;list-style:none}
#details li{padding:8px 0;border-top:1px solid ${line}}
#details small{display:block}
#details a{color:${accent}}
#close{float:right}
#step-words{max-width:1280px;max-height:34dvh;padding:16px 24px 0;overflow-y:auto;overflow-wrap:anywhere}
h1{margin:0;font:600 28px/1.25 "Source Serif 4",Georgia,"Songti TC","Noto Serif TC",serif}
#step-words p,#pages p{max-width:80ch;margin:4px 0 0;color:${ink2};font-size:15px;white-space:pre-line}
#step-words p:empty{display:none}
body.story{grid-template-rows:auto auto minmax(0,1fr) auto}
footer{display:flex;gap:12px;align-items:center;padding:4px 16px 8px}
#steps{display:flex;flex:1;gap:3px;min-width:0}
#steps button{flex:1;min-width:2px;height:24px;padding:0;border:0;border-radius:0;background:linear-gradient(${line},${line}) center/100% 3px no-repeat}
#steps button:hover{background-size:100% 7px}
#steps button[aria-current]{background-image:linear-gradient(${accent},${accent});background-size:100% 5px}
#place{color:${ink2};font-variant-numeric:tabular-nums}
@media(max-width:700px){header{gap:6px 12px;padding:6px 16px}.story-title{width:100%}header label{display:flex;flex:1;gap:8px;align-items:center}#search{flex:1;min-width:0}.space{display:none}header button{padding:3px 8px}main{flex-direction:column}#details{width:auto;max-width:none;max-height:45%;border:0;border-top:1px solid ${line}}#step-words{padding:10px 16px 0}h1{font-size:21px}}
@media screen{#pages{display:none}}
@page{size:A4 landscape;margin:10mm}
@media print{header,footer,#step-words,#details{display:none!important}body,main{display:block;height:auto}#drawing>svg,#pages svg{width:100%;height:auto;max-height:100vh;break-inside:avoid}.story main{display:none}#pages section{break-after:page}#pages section:last-child{break-after:auto}#pages svg{max-height:78vh}}
`;
