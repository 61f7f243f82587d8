// The page /go/<id>/: leads on to where the id stands now. Touches the address only; leaves no step in the history.
import { forward } from './address';

location.replace(forward(document.currentScript!.dataset.to!, location.href));
