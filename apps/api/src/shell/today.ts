export { todayOf } from '@uitkomst/processes';
